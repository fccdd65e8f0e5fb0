package org.porchlight.messaging.translation;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.TextSettings;
import org.porchlight.messaging.text.Wordings;
import org.porchlight.messaging.text.WordingsChanged;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The catalogue in memory; a change on another replica is seen within two seconds. */
@Component
class CurrentCatalogue implements Wordings, SmartInitializingSingleton {

  private final ShippedTexts shipped;
  private final TextVersions versions;
  private final TextSettings settings;
  private final ApplicationEventPublisher events;
  private volatile State state;

  /** What listeners know of; at the start, the shipped texts. */
  private Catalogue told;

  /** The catalogue, and the number of changes that it has seen. */
  private record State(long changes, Catalogue catalogue) {}

  CurrentCatalogue(
      ShippedTexts shipped,
      TextVersions versions,
      TextSettings settings,
      ApplicationEventPublisher events) {
    this.shipped = shipped;
    this.versions = versions;
    this.settings = settings;
    this.events = events;
    this.told = new Catalogue(shipped, List.of(), settings.approveDrafts());
    // What people decided is not known yet: nothing leaves.
    this.state = new State(-1, new Catalogue(shipped, List.of(), false));
  }

  /** Before anything is sent. */
  @Override
  public void afterSingletonsInstantiated() {
    refresh();
  }

  Catalogue now() {
    return state.catalogue();
  }

  /** One text in all languages, as the database has it at this moment; the others as shipped. */
  Catalogue stored(String key) {
    return new Catalogue(shipped, versions.of(key), settings.approveDrafts());
  }

  @Override
  public Map<String, String> mayLeave(String language) {
    return state.catalogue().mayLeave(language);
  }

  @Override
  public Map<String, String> newest(String language) {
    return state.catalogue().newest(language);
  }

  /** Whoever changed a text is not held up by those who follow it. */
  @Scheduled(fixedDelay = 1000)
  void follow() {
    refresh();
    Catalogue now = state.catalogue();
    Set<String> changed =
        shipped.languages().stream()
            .map(ShippedTexts.Written::tag)
            .filter(tag -> !now.mayLeave(tag).equals(told.mayLeave(tag)))
            .collect(Collectors.toSet());
    if (!changed.isEmpty()) {
      events.publishEvent(new WordingsChanged(changed));
    }
    told = now;
  }

  void refresh() {
    long changes = versions.changes();
    if (changes != state.changes()) {
      read(changes);
    }
  }

  /** So that whoever changed texts sees it on the next page; once for all of a transaction. */
  void refreshAfterCommit() {
    boolean told =
        TransactionSynchronizationManager.getSynchronizations().stream()
            .anyMatch(Refresh.class::isInstance);
    if (!told) {
      TransactionSynchronizationManager.registerSynchronization(new Refresh());
    }
  }

  private final class Refresh implements TransactionSynchronization {
    @Override
    public void afterCommit() {
      read(-1);
    }
  }

  /** The number was read before the rows: what comes in between is read again next time. */
  private synchronized void read(long changes) {
    state = new State(changes, new Catalogue(shipped, versions.all(), settings.approveDrafts()));
  }
}
