package org.porchlight.messaging.text;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.porchlight.messaging.TextCosts;
import org.porchlight.messaging.settings.CostSettings;
import org.springframework.stereotype.Component;

/** Segments times a set price. */
@Component
class SegmentCosts implements TextCosts {

  private final CostSettings settings;

  SegmentCosts(CostSettings settings) {
    this.settings = settings;
  }

  @Override
  public Cost of(String text) {
    Segments segments = Segments.of(text);
    return new Cost(
        segments.count(),
        segments.encoding() == Segments.Encoding.GSM_7,
        segments.costly(),
        price(segments.count()));
  }

  @Override
  public Map<String, Total> byLanguage(Collection<Written> texts) {
    Map<String, Total> totals = new TreeMap<>();
    texts.stream()
        .collect(Collectors.groupingBy(Written::language))
        .forEach((language, written) -> totals.put(language, total(written)));
    return totals;
  }

  @Override
  public Total total(Collection<Written> texts) {
    int segments = texts.stream().mapToInt(text -> Segments.of(text.text()).count()).sum();
    return new Total(texts.size(), segments, price(segments));
  }

  @Override
  public String currency() {
    return settings.currency();
  }

  private BigDecimal price(int segments) {
    return settings.perSegment().multiply(BigDecimal.valueOf(segments));
  }
}
