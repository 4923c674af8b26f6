package stet.serve.api;

import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;

/** Numbers in addresses. */
final class Numerals {
  private Numerals() {}

  /**
   * How many items are asked for.
   *
   * @throws HttpProblem 400 when it is no number from 1 to the most
   */
  static int limit(Asked asked, int usual, int most) {
    String limit = asked.query("limit");
    if (limit.isEmpty()) {
      return usual;
    }
    int number = limit.matches("[0-9]{1,6}") ? Integer.parseInt(limit) : 0;
    if (number < 1 || number > most) {
      throw new HttpProblem(400, "'limit' is no number from 1 to " + most + ".");
    }
    return number;
  }

  /**
   * How many items are to be passed over.
   *
   * @throws HttpProblem 400 when it is no number
   */
  static int after(String text) {
    if (!text.matches("[0-9]{0,9}")) {
      throw new HttpProblem(400, "'after' is no place in the list.");
    }
    return text.isEmpty() ? 0 : Integer.parseInt(text);
  }
}
