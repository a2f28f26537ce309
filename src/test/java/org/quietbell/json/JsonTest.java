package org.quietbell.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonTest {
    @Test
    void readsWhatItWrote() throws Exception {
        Json written =
                Json.object()
                        .put("id", 7)
                        .put("name", "Zo\u00eb \"Q\"\n")
                        .put("list", List.of(1.5, true))
                        .put("none", null)
                        .put("map", Map.of("a", Optional.of("b")))
                        .build();

        assertThat(Json.read(written.line())).isEqualTo(written);
        assertThat(Json.read(written.bytes())).isEqualTo(written);
    }

    @Test
    void answersEmptyForWhatIsMissingOrOfAnotherKind() throws Exception {
        Json json = Json.read("{\"a\":[1,\"x\"],\"b\":12345678901234567890}");

        assertThat(json.at("nowhere").at("deeper").text()).isEmpty();
        assertThat(json.at("a").text()).isEmpty();
        assertThat(json.at("a").items()).hasSize(2);
        assertThat(json.at("b").whole()).isEmpty();
        assertThat(json.at("b").text()).contains("12345678901234567890");
    }

    @Test
    void saysThatABrokenTextIsNotJsonWithoutRepeatingIt() {
        for (String broken : List.of("", "{\"Jane\":", "[1,2", "{} {}", "Jane", "[".repeat(5000))) {
            assertThatThrownBy(() -> Json.read(broken))
                    .isInstanceOf(MalformedJsonException.class)
                    .hasMessageStartingWith("not JSON")
                    .hasMessageNotContaining("Jane");
        }
    }
}
