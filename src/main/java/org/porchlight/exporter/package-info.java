/**
 * The broker's exporter: writes an allow-list of record fields to Kafka. Runs inside the Camunda
 * broker, in a jar of its own; plain Java and kafka-clients, no Spring; nothing imports it.
 */
@org.jspecify.annotations.NullMarked
package org.porchlight.exporter;
