package stet;

import java.util.function.Supplier;

/**
 * A page made to do harm. The bytes are made anew on each call, because some are large.
 *
 * @param name short and fit for a file name
 * @param mediaType what a server or a file name would declare
 */
public record HostilePage(String name, String mediaType, Supplier<byte[]> source) {
  /** The page's bytes. */
  public byte[] bytes() {
    return source.get();
  }

  /** Whether the page is so large that only some tests should take it. */
  public boolean large() {
    return name.startsWith("large-");
  }

  /** The extension under which a person would have saved it. */
  public String extension() {
    return switch (mediaType.replaceAll(";.*", "")) {
      case "text/plain" -> ".txt";
      case "text/markdown" -> ".md";
      default -> ".html";
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
