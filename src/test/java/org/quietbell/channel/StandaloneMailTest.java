package org.quietbell.channel;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.quietbell.Covers;
import org.quietbell.notice.Level;

class StandaloneMailTest {
    private static final EmailSettings SETTINGS =
            new EmailSettings(
                    "person@inbox.example",
                    "notes@letters.example",
                    Optional.empty(),
                    "127.0.0.1",
                    25,
                    EmailSettings.Tls.NONE,
                    Optional.empty());

    private static final String BODY =
            """
            There is something new:
            What is on a forum:
            - <img src=//evil.example/a.png> & "x" 'y' (likely)
              hxxps://a[.]example/?a=1&b=<script>
            - Zoë
            You can leave this.\
            """;

    private static Message message(Level level, String body) {
        return message(level, body, Optional.empty());
    }

    private static Message message(Level level, String body, Optional<PauseLink> link) {
        Message discreet = ChannelContractKit.message("n1", "What <there> is", body);
        return new Message(
                discreet.notice(),
                discreet.caseId(),
                discreet.channel(),
                discreet.recipient(),
                discreet.at(),
                level,
                discreet.subject(),
                discreet.body(),
                discreet.hits(),
                link);
    }

    private static String written(Level level, String body) throws Exception {
        return written(message(level, body));
    }

    private static String written(Message message) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StandaloneMail.of(message, SETTINGS, Session.getInstance(new Properties())).writeTo(bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static MimeMultipart parts(Level level, String body) throws Exception {
        MimeMessage read =
                new MimeMessage(
                        Session.getInstance(new Properties()),
                        new ByteArrayInputStream(
                                written(level, body).getBytes(StandardCharsets.UTF_8)));
        return (MimeMultipart) read.getContent();
    }

    @Test
    @Covers({"R1.14", "R2.1"})
    void aDiscreetMailHasOnePartOfPlainTextAndNoHtml() throws Exception {
        String mail = written(Level.DISCREET, "There is something for you.");

        assertThat(DecodedMail.of(mail).header("Content-Type"))
                .isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.toLowerCase(Locale.ROOT))
                .doesNotContain("multipart", "boundary", "html", "<p>", "list-unsubscribe");
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTLINE", "SUMMARY", "DETAIL"})
    @Covers("R2.1")
    void anyOtherHasTheSameWordsAsPlainTextAndAsHtmlAndNoAttachment(Level level) throws Exception {
        MimeMultipart parts = parts(level, BODY);

        assertThat(parts.getContentType()).startsWith("multipart/alternative;");
        assertThat(parts.getCount()).isEqualTo(2);
        assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
        assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
        assertThat(parts.getBodyPart(0).getDisposition()).isNull();
        assertThat(parts.getBodyPart(1).getDisposition()).isNull();
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo(BODY.replace("\n", "\r\n"));
        assertThat(html(parts).body().wholeText().replaceAll("\\s+", " ").strip())
                .isEqualTo(BODY.replace("- ", "").replaceAll("\\s+", " "));
    }

    private static Document html(MimeMultipart parts) throws Exception {
        return Jsoup.parse(String.valueOf(parts.getBodyPart(1).getContent()));
    }

    @Test
    @Covers({"R1.18", "R2.1", "F9"})
    void nothingInTheHtmlLoadsLinksOrRunsWhateverFoundTextHolds() throws Exception {
        Document page = html(parts(Level.DETAIL, BODY));

        assertThat(page.getAllElements().stream().map(Element::normalName).distinct())
                .containsExactlyInAnyOrder(
                        "#root", "html", "head", "meta", "title", "body", "p", "ul", "li", "br");
        assertThat(page.body().getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().isEmpty()).isTrue());
        assertThat(page.select("meta").eachAttr("http-equiv")).isEmpty();
        assertThat(page.title()).isEqualTo("What <there> is");
        assertThat(requireNonNull(page.selectFirst("li")).wholeText())
                .contains("<img src=//evil.example/a.png> & \"x\" 'y' (likely)")
                .contains("hxxps://a[.]example/?a=1&b=<script>");
    }

    @Test
    @Covers("F57")
    void aRepeatIsTheSameMailByteForByte() throws Exception {
        assertThat(written(Level.DETAIL, BODY)).isEqualTo(written(Level.DETAIL, BODY));
    }

    @Test
    @Covers("R1.14")
    void aPauseLinkStandsInTheTwoHeadersOfOneClickAndNowhereElse() throws Exception {
        URI address = URI.create("https://notes.example/q/" + "a".repeat(75));
        PauseLink link = new PauseLink(address, "Pause for 7 days");

        String mail = written(message(Level.OUTLINE, "One new thing.", Optional.of(link)));

        assertThat(DecodedMail.of(mail).header("List-Unsubscribe")).isEqualTo("<" + address + ">");
        assertThat(DecodedMail.of(mail).header("List-Unsubscribe-Post"))
                .isEqualTo("List-Unsubscribe=One-Click");
        assertThat(mail.split("notes.example", -1)).hasSize(2);
        assertThat(written(Level.DETAIL, BODY)).doesNotContain("List-Unsubscribe");
    }

    @Test
    @Covers("R1.14")
    void aDiscreetLetterCannotBeMadeWithALink() {
        PauseLink link = new PauseLink(URI.create("https://notes.example/q/a"), "Pause");

        assertThatThrownBy(() -> message(Level.DISCREET, "Text", Optional.of(link)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
