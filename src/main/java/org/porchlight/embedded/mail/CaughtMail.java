package org.porchlight.embedded.mail;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Sends the application's e-mail to the catcher, whatever else is configured. */
@Configuration(proxyBeanMethods = false)
@Profile({"embedded", "test"})
class CaughtMail {

  @Bean
  JavaMailSender mailSender(MailCatcher catcher) {
    JavaMailSenderImpl sender = new JavaMailSenderImpl();
    sender.setHost("127.0.0.1");
    sender.setPort(catcher.port());
    sender.setDefaultEncoding("UTF-8");
    return sender;
  }
}
