package stet.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries inputs on a target. An input fails that ends in an exception, or that takes more of the
 * processor or of memory than any input of its size may: what is counted is this thread's own time
 * and what it allocates, so that a busy machine changes nothing.
 */
final class FuzzRun {
  private static final Path REGRESSIONS = Path.of("src/test/resources/fuzz");
  private static final long MOST_NANOS = 10_000_000_000L;
  private static final long MOST_ALLOCATED = 1L << 29;
  private static final com.sun.management.ThreadMXBean THREADS =
      (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final FuzzTarget target;

  FuzzRun(FuzzTarget target) {
    this.target = target;
  }

  /** Inputs that failed once, by the names of their files. */
  static List<Path> regressions(String name) {
    Path folder = REGRESSIONS.resolve(name);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Tries what failed once, then so many inputs made for this target. */
  void run(int inputs) throws IOException {
    List<Path> known = new ArrayList<>(regressions(target.name()));
    for (Path file : known) {
      tryOne(file.toString(), Files.readAllBytes(file));
    }
    Mutator mutator = new Mutator(target);
    for (int number = 0; number < inputs; number++) {
      tryOne("input " + number, mutator.input(number));
    }
  }

  private void tryOne(String name, byte[] input) {
    long nanos = THREADS.getCurrentThreadCpuTime();
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    try {
      target.reading().read(input.clone());
    } catch (Exception | AssertionError | StackOverflowError | OutOfMemoryError e) {
      throw failure(name, input, e.toString(), e);
    }
    nanos = THREADS.getCurrentThreadCpuTime() - nanos;
    allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    if (nanos > MOST_NANOS || allocated > MOST_ALLOCATED) {
      String took = nanos / 1_000_000 + " ms, " + allocated + " bytes allocated";
      throw failure(name, input, took, null);
    }
  }

  private AssertionError failure(
      String name, byte[] input, String what, @org.jspecify.annotations.Nullable Throwable cause) {
    String kept = "";
    try {
      Path file =
          Path.of("target/fuzz-failures", target.name() + "-" + name.replaceAll("\\W+", "-"));
      Files.createDirectories(file.getParent());
      kept = "; the input is in " + Files.write(file, input);
    } catch (IOException e) {
      what += "; the input could not be kept: " + e.getMessage();
    }
    return new AssertionError(target.name() + ", " + name + ": " + what + kept, cause);
  }
}
