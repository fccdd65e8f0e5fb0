package org.porchlight.access;

import org.porchlight.shared.UserId;

/** Event, in the transaction that ends the account: what this person had taken on is free again. */
public record UserLeft(UserId user) {}
