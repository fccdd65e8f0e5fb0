package org.porchlight.messaging.text;

import com.ibm.icu.text.MessageFormat;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.porchlight.messaging.NoTranslation;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The catalogue of texts: which exist, in which languages, and what they say with given arguments.
 */
@Component
public class Texts {

  private final Map<String, TemplateShape> templates = new TreeMap<>();
  private final Set<String> unasked;
  private final Languages languages = new Languages();
  private final Wordings wordings;
  private final TextSettings settings;

  @Autowired
  Texts(TextSettings settings, Wordings wordings) {
    this.settings = settings;
    this.wordings = wordings;
    TextFiles.read("templates")
        .forEach((name, text) -> templates.put(name, TemplateShape.parse(name, text)));
    this.unasked =
        templates.values().stream()
            .filter(TemplateShape::unasked)
            .map(TemplateShape::name)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** As shipped. */
  Texts(TextSettings settings) {
    this(settings, new ShippedWordings(settings.approveDrafts()));
  }

  Map<String, TemplateShape> templates() {
    return templates;
  }

  Languages languages() {
    return languages;
  }

  /** Whether an approved translation exists. */
  public boolean speaks(String template, String language) {
    return approved(template, language).isPresent();
  }

  /** Whether the template answers a text that its recipient just sent. */
  public boolean receipt(String template) {
    return shape(template).receipt();
  }

  /** The templates that answer nothing, and belong to no agreed visit. */
  public Set<String> unasked() {
    return unasked;
  }

  /** The language that we would write where {@code tag} is asked for, in our own short form. */
  public Optional<String> written(String tag) {
    return languages.find(tag).map(Language::tag);
  }

  /**
   * The line that says how to stop; in the language, or none where the language is not ours or the
   * line not approved.
   */
  public Optional<String> optOutLine(String language) {
    return languages
        .find(language)
        .map(found -> wordings.mayLeave(found.tag()).get(ShippedTexts.OPT_OUT_LINE));
  }

  /** As {@link #render}, of the newest translation, in whatever state. */
  public Optional<String> draft(
      String template,
      String language,
      Map<String, Object> arguments,
      String districtName,
      ZoneId zone) {
    return languages
        .find(language)
        .map(found -> new Language(found.tag(), wordings.newest(found.tag())))
        .filter(found -> found.text(template) != null)
        .map(found -> write(shape(template), found, arguments, program(districtName), zone));
  }

  /**
   * The text, dates and times in this zone. Arguments that the template does not know are left out.
   *
   * @throws NoTranslation where there is no approved translation
   * @throws IllegalArgumentException where the template or a value is missing, named without the
   *     value
   */
  public String render(
      String template,
      String language,
      Map<String, Object> arguments,
      String districtName,
      ZoneId zone) {
    TemplateShape shape = shape(template);
    Language found =
        approved(template, language).orElseThrow(() -> new NoTranslation(template, language));
    return write(shape, found, arguments, program(districtName), zone);
  }

  private static String write(
      TemplateShape shape,
      Language language,
      Map<String, Object> arguments,
      String program,
      ZoneId zone) {
    MessageFormat format = new MessageFormat(language.require(shape.name()), language.locale());
    return format.format(values(shape, language, arguments, program, zone));
  }

  private String program(String districtName) {
    return districtName + " " + settings.programName();
  }

  private TemplateShape shape(String template) {
    TemplateShape shape = templates.get(template);
    if (shape == null) {
      throw new IllegalArgumentException(
          "No text '" + template + "': add it to texts/templates.properties");
    }
    return shape;
  }

  private Optional<Language> approved(String template, String language) {
    return languages
        .find(language)
        .map(found -> new Language(found.tag(), wordings.mayLeave(found.tag())))
        .filter(found -> shape(template).needs().stream().allMatch(key -> found.text(key) != null));
  }

  static Map<String, Object> values(
      TemplateShape shape,
      Language language,
      Map<String, Object> arguments,
      String program,
      ZoneId zone) {
    Moments moments = new Moments(language, zone);
    Map<String, Object> values = new HashMap<>();
    values.put("program", Isolation.within(language.rightToLeft(), program));
    values.put("start", Isolation.within(language.rightToLeft(), "START"));
    for (ArgumentShape argument : shape.arguments()) {
      @Nullable Object value = arguments.get(argument.name());
      if (argument.optional()) {
        values.put(TemplateShape.presence(argument.name()), value == null ? "no" : "yes");
      }
      if (value != null) {
        put(values, argument, value, language, moments, zone);
      } else if (!argument.optional()) {
        throw new IllegalArgumentException(
            "Text '" + shape.name() + "' needs the argument '" + argument.name() + "'");
      }
    }
    return values;
  }

  private static void put(
      Map<String, Object> values,
      ArgumentShape argument,
      Object value,
      Language language,
      Moments moments,
      ZoneId zone) {
    String name = argument.name();
    switch (argument.type()) {
      case TEXT, LINK ->
          values.put(name, Isolation.within(language.rightToLeft(), value.toString()));
      case ROLE, PLACE ->
          values.put(
              name,
              language.code(
                  argument.type().name().toLowerCase(java.util.Locale.ROOT), value.toString()));
      case DATE -> values.put(name + "Date", moments.day(Moments.day(value, zone)));
      case INSTANT -> {
        values.put(name + "Date", moments.date(Moments.instant(value)));
        values.put(name + "Time", moments.time(Moments.instant(value)));
      }
    }
  }
}
