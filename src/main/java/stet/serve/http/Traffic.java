package stet.serve.http;

import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntSupplier;

/** What a server has answered since it began, and who is connected. For any threads. */
public final class Traffic {
  private static final int CLASSES = 5;

  private final LongAdder[] answers = new LongAdder[CLASSES];
  private volatile IntSupplier connections = () -> 0;

  public Traffic() {
    for (int i = 0; i < CLASSES; i++) {
      answers[i] = new LongAdder();
    }
  }

  void connections(IntSupplier counted) {
    connections = counted;
  }

  void answered(int status) {
    int hundreds = status / 100;
    if (hundreds >= 1 && hundreds <= CLASSES) {
      answers[hundreds - 1].increment();
    }
  }

  /**
   * How many answers had a status of a class.
   *
   * @param hundreds 1 to 5
   */
  public long answers(int hundreds) {
    return answers[hundreds - 1].sum();
  }

  /** How many connections are open. */
  public int connections() {
    return connections.getAsInt();
  }
}
