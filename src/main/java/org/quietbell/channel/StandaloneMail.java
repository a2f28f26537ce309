package org.quietbell.channel;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.internet.ParameterList;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.quietbell.notice.Level;

/// One mail that stands alone (R2.1): plain text, and no header but those it needs. A Discreet one
/// has one part; above that the same words stand in a second one, as HTML that loads nothing.
///
/// Nothing in it tells of the program, the machine or its time zone. `Auto-Submitted` keeps holiday
/// answers away. `List-Unsubscribe` stands there only where she switched the pause link on.
///
/// Source: RFC 5322 (headers), RFC 2046 section 5.1.4 (multipart/alternative), RFC 2047 (encoded
/// words), RFC 3834 section 5 (Auto-Submitted), RFC 8058 (one-click unsubscribe).
final class StandaloneMail extends MimeMessage {
    /// RFC 5322 section 3.3, in UTC.
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    private final String messageId;

    private StandaloneMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /// Writes a message as a mail from that sender to that one recipient.
    static StandaloneMail of(Message message, EmailSettings settings, Session session)
            throws MessagingException {
        StandaloneMail mail =
                new StandaloneMail(
                        session, "<" + Plain.wireId(message) + "@" + settings.fromDomain() + ">");
        mail.setHeader("Date", DATE.format(message.at()));
        mail.setFrom(sender(settings));
        mail.setRecipient(RecipientType.TO, new InternetAddress(settings.to()));
        mail.setSubject(Plain.line(message.subject()), UTF_8);
        mail.setHeader("Auto-Submitted", "auto-generated");
        if (message.pauseLink().isPresent()) {
            String address = message.pauseLink().get().address().toASCIIString();
            mail.setHeader("List-Unsubscribe", "<" + address + ">");
            mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }
        if (message.level().compareTo(Level.OUTLINE) < 0) {
            mail.setText(text(message), UTF_8);
        } else {
            mail.setContent(both(message));
        }
        mail.saveChanges();
        return mail;
    }

    private static String text(Message message) {
        return Plain.lines(message.body()).replace("\n", "\r\n");
    }

    /// The words twice. The last part is the one that programs show if they can.
    private static MimeMultipart both(Message message) throws MessagingException {
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text(message), UTF_8);
        List<String> lines = Plain.lines(message.body()).lines().toList();
        String html = MailHtml.of(Plain.line(message.subject()), lines);
        MimeBodyPart marked = new MimeBodyPart();
        marked.setText(html.replace("\n", "\r\n"), UTF_8, "html");
        return new Alternatives(Plain.wireId(message), plain, marked);
    }

    /// Parts with a boundary that a repeat has again. The library's own holds the time of day.
    private static final class Alternatives extends MimeMultipart {
        Alternatives(String id, MimeBodyPart... parts) throws MessagingException {
            ParameterList parameters = new ParameterList();
            parameters.set("boundary", "=_" + id);
            contentType = new ContentType("multipart", "alternative", parameters).toString();
            for (MimeBodyPart part : parts) {
                addBodyPart(part);
            }
        }
    }

    private static InternetAddress sender(EmailSettings settings) throws MessagingException {
        try {
            return new InternetAddress(settings.from(), settings.fromName().orElse(null), UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    /// The library would put the process and the host name into it.
    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
