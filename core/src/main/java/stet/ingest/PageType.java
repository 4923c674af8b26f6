package stet.ingest;

import java.util.Locale;
import java.util.Optional;

/**
 * What a file's name says it holds.
 *
 * @param mediaType as a server would declare it
 * @param gzipped whether the file is compressed
 * @param stem the name without the endings that tell this
 */
record PageType(String mediaType, boolean gzipped, String stem) {
  static final String READABLE = ".html, .txt and .md, also with .gz";

  static Optional<PageType> of(String fileName) {
    boolean gzipped = fileName.toLowerCase(Locale.ROOT).endsWith(".gz");
    String plain = gzipped ? fileName.substring(0, fileName.length() - 3) : fileName;
    int dot = plain.lastIndexOf('.');
    if (dot <= 0) {
      return Optional.empty();
    }
    String mediaType =
        switch (plain.substring(dot + 1).toLowerCase(Locale.ROOT)) {
          case "html", "htm" -> "text/html";
          case "xhtml" -> "application/xhtml+xml";
          case "txt" -> "text/plain";
          case "md", "markdown" -> "text/markdown";
          default -> "";
        };
    return mediaType.isEmpty()
        ? Optional.empty()
        : Optional.of(new PageType(mediaType, gzipped, plain.substring(0, dot)));
  }
}
