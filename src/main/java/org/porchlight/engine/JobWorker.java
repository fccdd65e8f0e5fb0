package org.porchlight.engine;

/**
 * One job type's worker: typed variables in, one use case, only gateway variables out. A bean of
 * this type is opened by the engine module. Jobs are delivered at least once, so {@link #work} must
 * be idempotent: key what it does by {@link Job#elementInstanceKey()} or by an id among its
 * variables. Runs outside a transaction; the use case it calls opens one. Expected outcomes are
 * returned, a business refusal with a path in the model is a {@link BusinessError}, anything else
 * is thrown and retried with back-off, then becomes an incident.
 *
 * @param <V> a record with one component per variable that the worker reads; only those are fetched
 */
public interface JobWorker<V extends Record> {

  /** {@code <module>.<verbNoun>}, as in the BPMN file. */
  String jobType();

  Class<V> variables();

  /**
   * Returns a record (or a map) of gateway variables: ids, codes, ISO-8601 dates with offset,
   * counts, flags; never names or text (I6).
   */
  Object work(Job<V> job);
}
