package stet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Strings that would run, load or fill in something if they were taken for markup. */
public final class HostilePayloads {
  private HostilePayloads() {}

  /** The payloads, one a line of {@code hostile/payloads.txt}. */
  public static List<String> all() {
    try (InputStream in = HostilePayloads.class.getResourceAsStream("/hostile/payloads.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("## "))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
