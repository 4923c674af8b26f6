package stet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.ingest.warc.ByteSource;
import stet.ingest.warc.Place;
import stet.ingest.warc.RecordWalk;
import stet.ingest.warc.WalkItem;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Archives that many programs wrote over twenty years, sound and broken. */
class RealArchivesTest {
  private static final Path DATA = Path.of("../shared/data/warc");
  private static final Path TOOLS =
      Path.of(System.getProperty("user.home"), ".cache/stet-archive-tools");
  private static final int MUTANTS = 2000;

  @TempDir Path dir;

  @BeforeEach
  void needsTheData() {
    assumeTrue(Files.isDirectory(DATA), "../shared/data/warc is not here");
  }

  private static List<Path> files(String pattern) throws IOException {
    try (Stream<Path> walk = Files.walk(DATA)) {
      return walk.filter(f -> f.getFileName().toString().matches(pattern)).sorted().toList();
    }
  }

  private static List<WalkItem> walk(byte[] bytes) throws IOException {
    ByteSource source =
        new ByteSource() {
          @Override
          public int read(ByteBuffer into, long at) {
            int n = (int) Math.min(into.remaining(), bytes.length - at);
            if (n > 0) {
              into.put(bytes, (int) at, n);
            }
            return n > 0 ? n : -1;
          }

          @Override
          public void close() {}
        };
    List<WalkItem> items = new ArrayList<>();
    try (RecordWalk walk = RecordWalk.open(source, new Place(0, 0), 1 << 24)) {
      for (WalkItem item = walk.next(); item != null; item = walk.next()) {
        items.add(item);
      }
    }
    return items;
  }

  @Test
  void everyRecordIsAccountedFor() throws IOException {
    RecordCounts counts =
        WebArchives.under(List.of(DATA), Selection.ALL, 1 << 24)
            .read(EarlierPayloads.NONE, found -> {});
    long skipped = counts.skipped().values().stream().mapToLong(n -> n).sum();
    assertThat(counts.kept() + skipped).isEqualTo(counts.total());
    assertThat(counts.total()).isGreaterThan(900);
    assertThat(counts.kept()).isGreaterThan(200);
  }

  @Test
  void recordsAreCountedAsWarcioCountsThem() throws IOException, InterruptedException {
    assumeTrue(Files.exists(TOOLS.resolve("node_modules/warcio")), ".ci/replay was not run");
    List<Path> files = files(".*\\.warc(\\.gz)?(\\.bad)?");
    Map<String, JsonNode> theirs = warcio(files);
    for (Path file : files) {
      Map<String, Integer> ours = new TreeMap<>();
      for (WalkItem item : walk(Files.readAllBytes(file))) {
        String type =
            item instanceof WalkItem.Found found
                ? found.fields().type()
                : ((WalkItem.Damaged) item).type();
        if (!type.isEmpty()) {
          ours.merge(type, 1, Integer::sum);
        }
      }
      Map<String, Integer> expected = new TreeMap<>();
      theirs
          .get(file.toString())
          .path("types")
          .properties()
          .forEach(e -> expected.put(e.getKey(), e.getValue().asInt()));
      // Not a record: what it makes of the bytes after a wrong length.
      expected.remove("none");
      assertThat(ours).as(file.toString()).isEqualTo(expected);
    }
  }

  private Map<String, JsonNode> warcio(List<Path> files) throws IOException, InterruptedException {
    Path script = dir.resolve("count-records.mjs");
    try (InputStream in = getClass().getResourceAsStream("count-records.mjs")) {
      Files.copy(in, script);
    }
    List<String> command = new ArrayList<>(List.of("node", script.toString(), TOOLS.toString()));
    files.forEach(f -> command.add(f.toString()));
    Path out = dir.resolve("counts.jsonl");
    Process node =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(dir.resolve("err").toFile())
            .start();
    assertThat(node.waitFor(5, TimeUnit.MINUTES)).isTrue();
    Map<String, JsonNode> counts = new TreeMap<>();
    for (String line : Files.readAllLines(out, StandardCharsets.UTF_8)) {
      JsonNode node1 = JsonMapper.shared().readTree(line);
      counts.put(node1.path("file").asString(""), node1);
    }
    return counts;
  }

  /** Flips a bit or cuts the end, 2,000 times: nothing that lies before the damage may be lost. */
  @Test
  void damageNeverCostsWhatLiesBeforeIt() throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path file : files(".*\\.(w?arc(\\.gz)?|wacz)")) {
      if (Files.size(file) < 100_000) {
        files.add(file);
      }
    }
    Random random = new Random(2026);
    int lost = 0;
    for (int i = 0; i < MUTANTS; i++) {
      byte[] original = Files.readAllBytes(files.get(i % files.size()));
      int at = random.nextInt(original.length);
      byte[] mutant = i % 4 == 3 ? Arrays.copyOf(original, at) : original.clone();
      if (i % 4 != 3) {
        mutant[at] ^= (byte) (1 << random.nextInt(8));
      }
      String name = files.get(i % files.size()).getFileName().toString();
      importWhatCanBe(Files.write(dir.resolve(name), mutant));
      if (!name.endsWith(".wacz")) {
        lost += compare(walk(original), walk(mutant), at, name + " " + at);
      }
    }
    // A flipped bit costs the record that it lies in, a cut what follows.
    assertThat(lost).isLessThan(2 * MUTANTS);
  }

  private static void importWhatCanBe(Path file) throws IOException {
    RecordCounts counts =
        WebArchives.under(List.of(file), Selection.ALL, 1 << 20)
            .read(EarlierPayloads.NONE, found -> {});
    long skipped = counts.skipped().values().stream().mapToLong(n -> n).sum();
    assertThat(counts.kept() + skipped).isEqualTo(counts.total());
  }

  private static int compare(List<WalkItem> before, List<WalkItem> after, int at, String name) {
    List<String> found = after.stream().map(RealArchivesTest::key).toList();
    int lost = 0;
    for (int i = 0; i < before.size(); i++) {
      if (before.get(i) instanceof WalkItem.Found) {
        long end = i + 1 < before.size() ? before.get(i + 1).place().base() : Long.MAX_VALUE;
        boolean here = found.contains(key(before.get(i)));
        // Of one large gzip member only the walk's own order tells what came before.
        boolean wholeFile = before.get(i).place().skip() > 0;
        if (end <= at && !wholeFile && before.get(i).place().base() < end) {
          assertThat(here).as(name + " lost " + before.get(i).place()).isTrue();
        }
        lost += here ? 0 : 1;
      }
    }
    return lost;
  }

  private static String key(WalkItem item) {
    return item instanceof WalkItem.Found found
        ? found.place().base() + " " + Arrays.hashCode(found.block())
        : "damaged";
  }
}
