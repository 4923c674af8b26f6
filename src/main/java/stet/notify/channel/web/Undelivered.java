package stet.notify.channel.web;

import stet.notify.Delivery;

/** A try came to an end before the other side said that it has the message. */
public final class Undelivered extends Exception {
  private static final long serialVersionUID = 1;

  private final transient Delivery delivery;

  public Undelivered(Delivery delivery) {
    super("not delivered", null, false, false);
    this.delivery = delivery;
  }

  /** That it may be otherwise later. */
  public static Undelivered later(String why) {
    return new Undelivered(new Delivery.Later(null, why));
  }

  /** That nothing will be taken until the settings change. */
  public static Undelivered misset(String why) {
    return new Undelivered(new Delivery.Refused(why, true));
  }

  /** Why, in one line. */
  public String why() {
    return why(delivery);
  }

  /** Why a message was not taken, in one line; empty where it was. */
  public static String why(Delivery delivery) {
    if (delivery instanceof Delivery.Later later) {
      return later.why();
    }
    return delivery instanceof Delivery.Refused refused ? refused.why() : "";
  }

  /** What came of the try. */
  public Delivery delivery() {
    return delivery;
  }
}
