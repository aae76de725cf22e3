package dev.wayfare.channel;

/// How far a text of ours has come. It only moves forward, since reports arrive in any order.
public enum DeliveryState {
  QUEUED(0),
  SENT(1),
  DELIVERED(3),
  UNDELIVERED(2),
  FAILED(2);

  private final int reach;

  DeliveryState(int reach) {
    this.reach = reach;
  }

  /// Whether a report of `heard` changes a text in this state. A late "sent" never undoes
  /// "delivered", while a delivery proves an earlier "failed" wrong.
  public boolean yieldsTo(DeliveryState heard) {
    return heard.reach > reach;
  }

  public DeliveryState then(DeliveryState heard) {
    return yieldsTo(heard) ? heard : this;
  }

  /// Whether nothing more is expected.
  public boolean isFinal() {
    return reach >= 2;
  }
}
