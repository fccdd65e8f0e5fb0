package org.porchlight.exporter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryQueueTest {

  private final DeliveryQueue queue = new DeliveryQueue();

  @Test
  void shouldAcknowledgeOnlyWhatIsConfirmedWithAllBeforeIt() {
    queue.add(1, "a", "{}");
    queue.skip(2);
    queue.add(3, "b", "{}");
    List<DeliveryQueue.Entry> entries = queue.waiting();
    entries.forEach(queue::handedOver);

    queue.confirm(entries.get(1));
    assertThat(queue.takeConfirmed()).isZero();

    queue.confirm(entries.get(0));
    assertThat(queue.takeConfirmed()).isEqualTo(3);
    assertThat(queue.takeConfirmed()).isZero();
  }

  @Test
  void shouldAdvanceOverRecordsThatAreNotExported() {
    queue.skip(5);
    queue.skip(6);
    assertThat(queue.takeConfirmed()).isEqualTo(6);
  }

  @Test
  void shouldHandOverAgainWhatALostProducerHad() {
    queue.add(1, "a", "{}");
    queue.add(2, "b", "{}");
    List<DeliveryQueue.Entry> first = queue.waiting();
    first.forEach(queue::handedOver);
    queue.confirm(first.get(0));
    assertThat(queue.waiting()).isEmpty();

    queue.takeBack();

    assertThat(queue.waiting()).containsExactly(first.get(1));
  }

  @Test
  void shouldBeFullAtItsLimit() {
    for (int i = 1; i <= DeliveryQueue.LIMIT; i++) {
      assertThat(queue.full()).isFalse();
      queue.add(i, "a", "{}");
    }
    assertThat(queue.full()).isTrue();
  }
}
