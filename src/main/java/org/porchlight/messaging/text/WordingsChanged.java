package org.porchlight.messaging.text;

import java.util.Set;

/** What may leave in these languages has changed; told by each replica when it has seen it. */
public record WordingsChanged(Set<String> languages) {}
