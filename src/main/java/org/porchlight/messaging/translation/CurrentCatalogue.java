package org.porchlight.messaging.translation;

import java.util.Map;
import org.porchlight.messaging.text.ShippedTexts;
import org.porchlight.messaging.text.TextSettings;
import org.porchlight.messaging.text.Wordings;
import org.springframework.beans.factory.SmartInitializingSingleton;
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
  private volatile State state;

  /** The catalogue, and the number of changes that it has seen. */
  private record State(long changes, Catalogue catalogue) {}

  CurrentCatalogue(ShippedTexts shipped, TextVersions versions, TextSettings settings) {
    this.shipped = shipped;
    this.versions = versions;
    this.settings = settings;
    // What people decided is not known yet: nothing leaves.
    this.state = new State(-1, new Catalogue(shipped, java.util.List.of(), false));
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

  @Scheduled(fixedDelay = 1000)
  void refresh() {
    long changes = versions.changes();
    if (changes != state.changes()) {
      read(changes);
    }
  }

  /** So that whoever changed a text sees it on the next page. */
  void refreshAfterCommit() {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            read(-1);
          }
        });
  }

  /** The number was read before the rows: what comes in between is read again next time. */
  private synchronized void read(long changes) {
    state = new State(changes, new Catalogue(shipped, versions.all(), settings.approveDrafts()));
  }
}
