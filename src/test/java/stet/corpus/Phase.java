package stet.corpus;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a program of its own cost. Read from {@code /proc}, so on Linux only; elsewhere processor
 * time and memory are 0.
 *
 * @param seconds by the clock
 * @param cpu seconds of processor time, the program's own children included
 * @param peak the largest resident size, in bytes
 * @param out what it printed
 */
record Phase(double seconds, double cpu, long peak, String out) {
  private static final double TICKS = 100;

  /** Who feeds the program's standard input. */
  interface Feeder {
    void feed(OutputStream in) throws IOException;
  }

  static Phase run(Path work, List<String> command) throws IOException, InterruptedException {
    return run(work, command, in -> {}, new File("."));
  }

  static Phase run(Path work, List<String> command, Feeder feeder, File dir)
      throws IOException, InterruptedException {
    Path out = work.resolve("phase.out");
    Path err = work.resolve("phase.err");
    double cpu = childrenSeconds();
    long begun = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .directory(dir)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    long[] peak = new long[1];
    Thread watch = new Thread(() -> watch(process, peak), "peak");
    watch.setDaemon(true);
    watch.start();
    try (OutputStream in = process.getOutputStream()) {
      feeder.feed(in);
    }
    int code = process.waitFor();
    watch.join();
    double seconds = (System.nanoTime() - begun) / 1e9;
    if (code != 0) {
      throw new IOException(
          String.join(" ", command) + " ended with " + code + ": " + Files.readString(err));
    }
    return new Phase(seconds, childrenSeconds() - cpu, peak[0], Files.readString(out));
  }

  private static void watch(Process process, long[] peak) {
    try {
      do {
        peak[0] = Math.max(peak[0], resident(process.pid()));
      } while (!process.waitFor(100, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static long resident(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
          .filter(l -> l.startsWith("VmHWM:"))
          .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")) << 10)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** Processor time of children that have ended; fields 16 and 17 of proc(5)'s stat. */
  private static double childrenSeconds() {
    try {
      String stat = Files.readString(Path.of("/proc/self/stat"));
      String[] field = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
      return (Long.parseLong(field[13]) + Long.parseLong(field[14])) / TICKS;
    } catch (IOException e) {
      return 0;
    }
  }
}
