package org.porchlight.tasks.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.porchlight.access.CurrentActor;
import org.porchlight.cases.CaseHistory;
import org.porchlight.cases.CaseHistory.Entry;
import org.porchlight.cases.CaseView;
import org.porchlight.cases.ReadableWords;
import org.springframework.stereotype.Component;

/** The timeline with those words that the reader's school has been passed. */
@Component
public class PassedOnWords {

  private final CaseHistory history;
  private final ReadableWords words;
  private final CurrentActor current;

  PassedOnWords(CaseHistory history, ReadableWords words, CurrentActor current) {
    this.history = history;
    this.words = words;
    this.current = current;
  }

  /** Oldest first; of what may not be read yet, only that it happened. */
  public List<Entry> timeline(CaseView view) {
    Instant from = words.from(view, current.get());
    return history.timeline(view.id()).stream()
        .map(
            entry ->
                entry.at().isBefore(from)
                    ? new Entry(entry.at(), entry.kind(), entry.by(), Map.of())
                    : entry)
        .toList();
  }
}
