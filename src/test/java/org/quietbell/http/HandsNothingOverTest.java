package org.quietbell.http;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.equivalentTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.quietbell.Covers;

/// Nothing is handed over to anybody but by a way to hear, a question to a source, or a hash to the
/// time-stamp authority that somebody names and says yes to: there is no code with which the
/// program could answer, report, vote or sign up by itself.
class HandsNothingOverTest {
    private static final ArchRule ONLY_NOTICES_AND_QUESTIONS =
            ArchRuleDefinition.noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "org.quietbell.channel..",
                            "org.quietbell.source..",
                            "org.quietbell.stamp..")
                    .and()
                    .doNotHaveFullyQualifiedName(Request.class.getName())
                    .should()
                    .callMethodWhere(
                            target(owner(equivalentTo(Request.class)))
                                    .and(target(nameMatching("post|put"))))
                    .orShould()
                    .callConstructor(
                            Request.class,
                            String.class,
                            URI.class,
                            Map.class,
                            Optional.class,
                            Duration.class);

    @Test
    @Covers("R2.14")
    void onlyAWayToHearAndAQuestionToASourceHandAnythingOver() {
        JavaClasses program =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.quietbell");

        ONLY_NOTICES_AND_QUESTIONS.check(program);
    }

    @Test
    void theRuleSeesWhoDoes() {
        JavaClasses classes = new ClassFileImporter().importClasses(Replies.class, Builds.class);

        assertThat(ONLY_NOTICES_AND_QUESTIONS.evaluate(classes).getFailureReport().getDetails())
                .hasSize(2);
    }

    @SuppressWarnings("unused")
    static final class Replies {
        Request answer(URI where) {
            return Request.post(where, "text/plain", new byte[0]);
        }
    }

    @SuppressWarnings("unused")
    static final class Builds {
        Request answer(URI where) {
            return new Request("POST", where, Map.of(), Optional.empty(), Duration.ZERO);
        }
    }
}
