package stet;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Texts of files, some of which are packed. */
public final class Unpacked {
  private Unpacked() {}

  /** The file as UTF-8; one whose name ends in {@code .gz} or {@code .parquet} is unpacked. */
  public static String text(Path file) throws IOException {
    if (file.toString().endsWith(".parquet")) {
      return ParquetFile.text(Files.readAllBytes(file));
    }
    if (!file.toString().endsWith(".gz")) {
      return Files.readString(file);
    }
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
