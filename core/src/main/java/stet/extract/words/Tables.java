package stet.extract.words;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables that lie beside the classes: tab-separated, {@code #} starts a comment line. */
public final class Tables {
  private Tables() {}

  public static List<String[]> rows(String name) {
    try (InputStream in = Tables.class.getResourceAsStream("/stet/extract/" + name)) {
      if (in == null) {
        throw new IllegalStateException("table '" + name + "' is missing from the jar");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
