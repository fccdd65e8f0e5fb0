package org.porchlight.embedded.mail;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What partners' mailboxes of the demonstration hold. */
@Controller
@Profile({"embedded", "test"})
class MailPage {

  private static final int SHOWN = 50;
  private static final Pattern LINK = Pattern.compile("https?://[^/\\s]+(/\\S+)");

  private final MailCatcher catcher;

  MailPage(MailCatcher catcher) {
    this.catcher = catcher;
  }

  /**
   * @param link its path on this server
   */
  public record Line(String to, String subject, List<String> paragraphs, @Nullable String link) {}

  @GetMapping("/phones/mail")
  String mail(Model model) {
    model.addAttribute("mails", catcher.all().stream().limit(SHOWN).map(MailPage::line).toList());
    return "phones/mail";
  }

  private static Line line(MailCatcher.Caught caught) {
    Matcher link = LINK.matcher(caught.text());
    return new Line(
        caught.to(),
        caught.subject(),
        List.of(caught.text().strip().split("\n\n")),
        link.find() ? link.group(1) : null);
  }
}
