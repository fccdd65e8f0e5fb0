package org.porchlight.embedded.mail;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.annotation.PreDestroy;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Takes all e-mail of the demonstration and of tests over SMTP and keeps it in memory: nothing
 * leaves this machine.
 */
@Component
@Profile({"embedded", "test"})
public class MailCatcher {

  private final GreenMail server;

  MailCatcher() {
    ServerSetup setup = new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP);
    setup.setServerStartupTimeout(20_000);
    server = new GreenMail(setup);
    server.start();
  }

  /**
   * One e-mail.
   *
   * @param number in the order in which they came, from 0
   */
  public record Caught(int number, String to, String subject, String text, Instant sentAt) {}

  int port() {
    return server.getSmtp().getPort();
  }

  /** Newest first. */
  public List<Caught> all() {
    MimeMessage[] messages = server.getReceivedMessages();
    List<Caught> caught = new ArrayList<>();
    for (int i = 0; i < messages.length; i++) {
      caught.add(read(i, messages[i]));
    }
    Collections.reverse(caught);
    return caught;
  }

  private static Caught read(int number, MimeMessage message) {
    try {
      return new Caught(
          number,
          Stream.of(message.getAllRecipients())
              .map(Address::toString)
              .collect(Collectors.joining(", ")),
          String.valueOf(message.getSubject()),
          String.valueOf(message.getContent()).replace("\r\n", "\n"),
          message.getSentDate() == null ? Instant.EPOCH : message.getSentDate().toInstant());
    } catch (MessagingException | IOException e) {
      throw new IllegalStateException("E-mail " + number + " cannot be read", e);
    }
  }

  @PreDestroy
  void stop() {
    server.stop();
  }
}
