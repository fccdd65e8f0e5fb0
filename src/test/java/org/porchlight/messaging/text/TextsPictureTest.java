package org.porchlight.messaging.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.porchlight.testing.browser.Surfer;
import org.springframework.web.util.HtmlUtils;

/** All texts in all languages on one page and in one picture, for people to look at. */
class TextsPictureTest {

  private static final int WIDTH = 3200;
  private static final String STYLE =
      """
      body { background: #fff; font-family: "Noto Sans", "Noto Sans Arabic", "Noto Sans SC Variable", sans-serif;
        font-size: 13px; line-height: 1.35; margin: 12px; }
      h2 { font-size: 15px; margin: 10px 0 4px; }
      div { display: grid; gap: 6px; grid-template-columns: repeat(9, 1fr); }
      p { border: 1px solid #a9aeb1; border-radius: 6px; margin: 0; overflow-wrap: anywhere; padding: 4px 6px; }
      small { color: #565c65; direction: ltr; display: block; font-size: 10px; }
      """;

  private final UsualTexts texts = new UsualTexts();

  @Test
  void shouldShowAllTextsInAllLanguages() throws IOException {
    Path folder =
        Path.of(System.getProperty("porchlight.build-dir", "target")).toAbsolutePath().normalize();
    Files.writeString(folder.resolve("texts.html"), page());
    HttpServer server =
        SimpleFileServer.createFileServer(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
            folder,
            SimpleFileServer.OutputLevel.NONE);
    server.start();
    try (Surfer surfer = new Surfer(server.getAddress().getPort())) {
      surfer.page().setViewportSize(WIDTH, 1000);
      assertThat(surfer.open("/texts.html")).isEqualTo(200);
      surfer.page().evaluate("document.fonts.ready");

      assertThat(surfer.page().locator("p").count())
          .isEqualTo(texts.templates().size() * Languages.TAGS.size());
      assertThat(surfer.page().evaluate(LETTERS_WITHOUT_FONT)).isEqualTo("");
      surfer
          .page()
          .screenshot(
              new Page.ScreenshotOptions()
                  .setPath(folder.resolve("screenshots").resolve("texts.png"))
                  .setFullPage(true));
    } finally {
      server.stop(0);
    }
  }

  /** The browser's own box for what no font has is as wide as that of a letter that nobody uses. */
  private static final String LETTERS_WITHOUT_FONT =
      """
      () => {
        const ranges = [...document.fonts].filter(font => font.status === 'loaded')
          .flatMap(font => font.unicodeRange.split(',').map(range => range.trim().slice(2).split('-')))
          .map(([from, to]) => [parseInt(from, 16), parseInt(to ?? from, 16)]);
        const shown = code => ranges.some(([from, to]) => from <= code && code <= to);
        return [...new Set(document.body.innerText)]
          .filter(letter => /\\p{L}/u.test(letter) && !shown(letter.codePointAt(0))).join('');
      }
      """;

  private String page() {
    StringBuilder page = new StringBuilder();
    page.append("<!doctype html><html lang=en><meta charset=utf-8><title>Texts</title>")
        .append("<link rel=stylesheet href=web/app.css><link rel=stylesheet href=web/chinese.css>")
        .append("<style>")
        .append(STYLE)
        .append("</style>");
    for (TemplateShape template : texts.templates()) {
      page.append("<h2>").append(template.name()).append("</h2><div>");
      for (Language language : texts.languages()) {
        String text = texts.render(template, language);
        page.append("<p lang='%s' dir='%s'>".formatted(language.bcp47(), direction(language)))
            .append("<small>")
            .append(language.tag())
            .append(", ")
            .append(template.flags().contains("letter") ? "letter" : cost(text))
            .append("</small>")
            .append(HtmlUtils.htmlEscape(text, "UTF-8"))
            .append("</p>");
      }
      page.append("</div>");
    }
    return page.toString();
  }

  private static String cost(String text) {
    Segments segments = Segments.of(text);
    return segments.encoding() + " " + segments.units() + ": " + segments.count();
  }

  private static String direction(Language language) {
    return language.rightToLeft() ? "rtl" : "ltr";
  }
}
