package stet.serve.load;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import stet.corpus.Options;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Serves a collection in a process of its own and has clients ask it, one thing after the other
 * without a pause, while an import may write; tells how long answers took and how much memory the
 * server had.
 */
public final class ServeLoad {
  private static final int LONG_SECONDS = 10;

  /** What is asked in the first seconds is not counted: Java compiles what is asked for then. */
  private static final int WARM_SECONDS = 10;

  /** Of one version's text. */
  private static final int PHRASES = 25;

  private static final List<String> KINDS = List.of("today", "article", "compare", "search");

  private final int clients;
  private final long seconds;
  private final long pause;
  private final List<String> keys = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final List<String> outlets = new ArrayList<>();
  private final Map<String, ConcurrentLinkedQueue<Long>> times = new TreeMap<>();
  private final ConcurrentLinkedQueue<String> errors = new ConcurrentLinkedQueue<>();
  private final Map<String, Long> asked = new ConcurrentHashMap<>();
  private boolean explained;

  private ServeLoad(Options options) {
    clients = (int) options.number("--clients", 16);
    seconds = options.number("--seconds", 60);
    pause = options.number("--pause", 0);
    KINDS.forEach(k -> times.put(k, new ConcurrentLinkedQueue<>()));
  }

  /**
   * Runs {@code --home DIR [--clients N] [--seconds N] [--pause MILLIS] [--import PATH] [--heap M]
   * [--stet COMMAND]}.
   *
   * @throws Exception when the server does not start
   */
  public static void main(String[] args) throws Exception {
    Options options = Options.of(args);
    String home = options.text("--home", "");
    long began = System.nanoTime();
    Process server =
        stet(options, "serve", "--home", home, "--port", "0").redirectErrorStream(true).start();
    try {
      BufferedReader out =
          new BufferedReader(
              new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
      String line = out.readLine();
      while (line != null && !line.startsWith("http")) {
        line = out.readLine();
      }
      if (line == null) {
        throw new IOException("the server did not start");
      }
      // What nobody reads would hold the server up at its next word.
      Thread said = new Thread(() -> out.lines().forEach(l -> System.out.println("server: " + l)));
      said.setDaemon(true);
      said.start();
      System.out.printf(Locale.ROOT, "ready after %.2f s%n", (System.nanoTime() - began) / 1e9);
      new ServeLoad(options).run(URI.create(line.strip()), server, options, home);
    } finally {
      server.destroy();
      server.waitFor(10, TimeUnit.SECONDS);
    }
  }

  /** As a user runs it, so that the memory is that of a user's server. */
  private static ProcessBuilder stet(Options options, String... words) {
    List<String> command = new ArrayList<>(List.of(options.text("--stet", "./stet")));
    command.addAll(List.of(words));
    ProcessBuilder builder = new ProcessBuilder(command);
    if (!options.text("--heap", "").isEmpty()) {
      builder.environment().put("STET_HEAP", options.text("--heap", "") + "m");
    }
    return builder;
  }

  private void run(URI at, Process server, Options options, String home) throws Exception {
    learn(at);
    Process writer = null;
    if (!options.text("--import", "").isEmpty()) {
      ProcessBuilder importing =
          stet(options, "import", "--home", home, options.text("--import", ""));
      writer =
          importing
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
    }
    long first = memory(server);
    long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARM_SECONDS);
    long end = begin + TimeUnit.SECONDS.toNanos(seconds);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < clients; i++) {
      Random random = new Random(i);
      String name = "client " + i;
      Thread thread = new Thread(() -> ask(at, random, begin, end, name));
      thread.start();
      threads.add(thread);
    }
    TimeUnit.SECONDS.sleep(WARM_SECONDS);
    Duration spent = processorTime(server);
    long peak = first;
    while (System.nanoTime() < end) {
      Thread.sleep(1_000);
      long now = memory(server);
      peak = Math.max(peak, now);
      explainSlow(server);
      if ((end - System.nanoTime()) / 1_000_000_000L % 300 == 0) {
        System.out.printf(
            Locale.ROOT,
            "%d answers, %d errors, %d MB%n",
            times.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum(),
            errors.size(),
            now >> 20);
      }
    }
    for (Thread thread : threads) {
      while (thread.isAlive()) {
        thread.join(1_000);
        explainSlow(server);
      }
    }
    spent = processorTime(server).minus(spent);
    boolean writing = writer != null && writer.isAlive();
    if (writer != null) {
      writer.destroy();
      writer.waitFor();
    }
    tell(
        first,
        peak,
        memory(server),
        writer == null
            ? "no import"
            : "an import beside, " + (writing ? "to the end" : "which ended before"));
    System.out.printf(
        Locale.ROOT,
        "%.1f ms of the server's processor time an answer%n",
        (double) spent.toMillis()
            / Math.max(1, times.values().stream().mapToInt(ConcurrentLinkedQueue::size).sum()));
  }

  /** The time that a process had a processor, by the system's own count. */
  private static Duration processorTime(Process process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /** Writes down once what the server's threads do while somebody waits for long. */
  private void explainSlow(Process server) throws IOException {
    long now = System.nanoTime();
    for (Map.Entry<String, Long> waiting : asked.entrySet()) {
      if (!explained && now - waiting.getValue() > TimeUnit.SECONDS.toNanos(LONG_SECONDS)) {
        explained = true;
        Path file = Files.createTempFile("stet-load-", ".txt");
        Path tool = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        new ProcessBuilder(tool.toString(), String.valueOf(server.pid()), "Thread.print")
            .redirectOutput(file.toFile())
            .start();
        System.out.println(waiting.getKey() + " waits for long; the server's threads: " + file);
      }
    }
  }

  /** What there is to ask for. */
  private void learn(URI at) throws IOException {
    try (PlainClient client = new PlainClient(at.getHost(), at.getPort())) {
      String next = "articles?limit=500";
      while (keys.size() < 5_000) {
        JsonNode part = JsonMapper.shared().readTree(client.get("/api/v1/" + next, true).content());
        for (JsonNode article : part.path("articles")) {
          if (article.at("/counts/versions").asInt() > 1) {
            keys.add(article.at("/article/key").asString());
          }
        }
        if (part.path("next").isNull()) {
          break;
        }
        next = part.path("next").asString();
      }
      for (JsonNode outlet :
          JsonMapper.shared()
              .readTree(client.get("/api/v1/outlets", true).content())
              .path("outlets")) {
        outlets.add(outlet.path("outlet").asString());
      }
      Random random = new Random(7);
      for (int i = 0; i < 200; i++) {
        String key = keys.get(random.nextInt(keys.size()));
        String version = client.get("/api/v1/articles/" + key + "/versions/1", true).content();
        learnWords(JsonMapper.shared().readTree(version), random);
      }
    }
  }

  /** So many different searches that few are asked again while their answers are kept. */
  private void learnWords(JsonNode version, Random random) {
    List<String> texts = version.findValuesAsString("text");
    for (int i = 0; i < PHRASES && !texts.isEmpty(); i++) {
      String[] parts = texts.get(random.nextInt(texts.size())).split("\\s+");
      int length = 1 + random.nextInt(4);
      if (parts.length > length) {
        int from = random.nextInt(parts.length - length);
        words.add(String.join(" ", List.of(parts).subList(from, from + length)));
      }
    }
  }

  private void ask(URI at, Random random, long begin, long end, String name) {
    try (PlainClient client = new PlainClient(at.getHost(), at.getPort())) {
      while (System.nanoTime() < end) {
        String kind = KINDS.get(random.nextInt(KINDS.size()));
        String path = path(kind, random);
        long began = System.nanoTime();
        asked.put(name + " " + path, began);
        PlainClient.Answer answer = client.get(path, false);
        asked.remove(name + " " + path);
        if (began >= begin) {
          times.get(kind).add(System.nanoTime() - began);
        }
        if (answer.status() != 200) {
          errors.add(answer.status() + " " + path);
        }
        if (pause > 0) {
          Thread.sleep(pause / 2 + random.nextInt((int) pause));
        }
      }
    } catch (IOException | InterruptedException e) {
      errors.add(e + " " + asked.keySet().stream().filter(a -> a.startsWith(name + " ")).toList());
    }
  }

  private String path(String kind, Random random) {
    String key = keys.get(random.nextInt(keys.size()));
    return switch (kind) {
      case "today" ->
          random.nextBoolean()
              ? "/"
              : "/?outlet="
                  + outlets.get(random.nextInt(outlets.size()))
                  + (random.nextBoolean() ? "&label=silent" : "&kind=number");
      case "article" -> "/a/" + key + "/";
      case "compare" -> "/a/" + key + "/" + (random.nextBoolean() ? "1..2" : "2..1");
      default ->
          "/search?q="
              + URLEncoder.encode(words.get(random.nextInt(words.size())), StandardCharsets.UTF_8);
    };
  }

  /** The memory of a process that is its own, as Linux counts it; 0 elsewhere. */
  private static long memory(Process process) throws IOException {
    Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
    if (!Files.isReadable(status)) {
      return 0;
    }
    return Files.readAllLines(status).stream()
        .filter(l -> l.startsWith("VmRSS"))
        .mapToLong(l -> Long.parseLong(l.replaceAll("\\D+", "")) << 10)
        .findFirst()
        .orElse(0);
  }

  private void tell(long first, long peak, long last, String beside) {
    System.out.printf(
        Locale.ROOT,
        "%d clients, %d s, %s: %d errors; memory %d MB at first, %d at most, %d at the end%n",
        clients,
        seconds,
        beside,
        errors.size(),
        first >> 20,
        peak >> 20,
        last >> 20);
    errors.stream().limit(5).forEach(System.out::println);
    times.forEach(
        (kind, taken) -> {
          long[] sorted = taken.stream().mapToLong(Long::longValue).sorted().toArray();
          if (sorted.length > 0) {
            System.out.printf(
                Locale.ROOT,
                "%-8s %7d answers, %6.1f a second; p50 %6.1f, p95 %6.1f, p99 %6.1f ms%n",
                kind,
                sorted.length,
                sorted.length / (double) seconds,
                millis(sorted, 0.50),
                millis(sorted, 0.95),
                millis(sorted, 0.99));
          }
        });
  }

  private static double millis(long[] sorted, double share) {
    return sorted[(int) Math.min(sorted.length - 1, share * sorted.length)] / 1e6;
  }
}
