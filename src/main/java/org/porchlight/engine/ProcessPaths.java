package org.porchlight.engine;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** How a subject's process went so far and where it stands, as the record feed says. */
public interface ProcessPaths {

  /**
   * The instances of the subject's newest run, the called ones too, in the order in which they
   * started; empty before the run is claimed.
   */
  List<ProcessPath> of(UUID subject);

  /**
   * The BPMN XML of a process as it was deployed with this version; nothing for one that was
   * deployed before models were kept.
   */
  Optional<String> model(String processId, int version);
}
