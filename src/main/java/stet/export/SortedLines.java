package stet.export;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Sorts lines that need not fit into memory: full buffers are sorted and put into files, which are
 * merged at the end. Lines compare as UTF-16, which for the ASCII keys of an index is byte order.
 */
final class SortedLines {
  private static final int IN_MEMORY = 100_000;

  private final Path folder;
  private final List<String> buffer = new ArrayList<>();
  private final List<Path> runs = new ArrayList<>();

  /**
   * @param folder for the files in between; the caller deletes it
   */
  SortedLines(Path folder) {
    this.folder = folder;
  }

  void add(String line) throws IOException {
    buffer.add(line);
    if (buffer.size() >= IN_MEMORY) {
      Collections.sort(buffer);
      Path run = folder.resolve("lines-" + runs.size());
      Files.write(run, buffer, StandardCharsets.UTF_8);
      runs.add(run);
      buffer.clear();
    }
  }

  /** Writes all lines in order. */
  void writeTo(Writer out) throws IOException {
    Collections.sort(buffer);
    if (runs.isEmpty()) {
      for (String line : buffer) {
        out.write(line);
        out.write('\n');
      }
      return;
    }
    Path last = folder.resolve("lines-" + runs.size());
    runs.add(Files.write(last, buffer, StandardCharsets.UTF_8));
    merge(out);
  }

  /** A file being merged. */
  private record Source(String line, BufferedReader rest) {}

  private void merge(Writer out) throws IOException {
    PriorityQueue<Source> sources = new PriorityQueue<>((a, b) -> a.line.compareTo(b.line));
    List<BufferedReader> open = new ArrayList<>();
    try {
      for (Path run : runs) {
        BufferedReader in = Files.newBufferedReader(run);
        open.add(in);
        offer(sources, in);
      }
      while (!sources.isEmpty()) {
        Source first = sources.remove();
        out.write(first.line);
        out.write('\n');
        offer(sources, first.rest);
      }
    } finally {
      for (BufferedReader in : open) {
        in.close();
      }
    }
  }

  private static void offer(PriorityQueue<Source> sources, BufferedReader in) throws IOException {
    String line = in.readLine();
    if (line != null) {
      sources.add(new Source(line, in));
    }
  }
}
