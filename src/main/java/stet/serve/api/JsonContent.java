package stet.serve.api;

import java.io.IOException;
import java.util.Locale;
import java.util.function.Function;
import stet.serve.http.Asked;
import stet.serve.http.HttpProblem;

/** JSON that a program sends. */
final class JsonContent {
  private JsonContent() {}

  /**
   * Reads it.
   *
   * @param most bytes
   * @param reader throws an {@link IllegalArgumentException} with a sentence for a person
   * @throws HttpProblem 400, 413 or 415 when it is not what is asked for
   */
  static <T> T read(Asked asked, int most, Function<byte[], T> reader) throws IOException {
    String type = asked.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
    if (!type.split(";", 2)[0].strip().equals("application/json")) {
      throw new HttpProblem(415, "What is sent here is application/json.");
    }
    try {
      return reader.apply(asked.content(most));
    } catch (IllegalArgumentException e) {
      throw new HttpProblem(400, String.valueOf(e.getMessage()));
    }
  }
}
