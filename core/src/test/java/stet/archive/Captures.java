package stet.archive;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import stet.archive.StoredRecord.StoredCapture;
import stet.capture.Capture;
import stet.capture.CaptureSource.SavedFile;
import stet.capture.CaptureSource.TimeBasis;
import stet.capture.Digest;
import stet.capture.Payload;

/** Captures and helpers for the archive's tests. */
final class Captures {
  static final Instant DAY = Instant.parse("2026-03-02T08:00:00Z");
  static final Clock CLOCK = Clock.fixed(DAY, ZoneOffset.UTC);

  private Captures() {}

  static Capture page(int number, String text) {
    return page(number, text.getBytes(StandardCharsets.UTF_8));
  }

  static Capture page(int number, byte[] bytes) {
    return new Capture(
        "https://portaldercourier.example/story-" + number,
        Instant.parse("2026-03-01T10:00:00Z").plusSeconds(number),
        number,
        "text/html; charset=utf-8",
        Payload.of(bytes),
        new SavedFile("story-" + number + ".html", TimeBasis.NAME, "Story " + number));
  }

  static byte[] noise(int seed, int size) {
    byte[] bytes = new byte[size];
    new java.util.Random(seed).nextBytes(bytes);
    return bytes;
  }

  static ArchiveWriter writer(Path folder) throws IOException {
    return new WarcArchive(folder).openForAppend(CLOCK, new MemoryIndex(), Map.of());
  }

  static List<StoredCapture> write(Path folder, Capture... captures) throws IOException {
    try (ArchiveWriter writer = writer(folder)) {
      return writer.append(List.of(captures));
    }
  }

  static List<StoredRecord> scan(Path folder, String file) throws IOException {
    List<StoredRecord> all = new ArrayList<>();
    try (RecordScan scan = new WarcArchive(folder).scan(file, 0)) {
      for (StoredRecord r = scan.next(); r != null; r = scan.next()) {
        all.add(r);
      }
    }
    return all;
  }

  static List<StoredCapture> captures(Path folder) throws IOException {
    List<StoredCapture> all = new ArrayList<>();
    for (String file : new WarcArchive(folder).files()) {
      for (StoredRecord record : scan(folder, file)) {
        if (record instanceof StoredCapture capture) {
          all.add(capture);
        }
      }
    }
    return all;
  }

  /** Everything about a capture that must survive, bytes included, in a form that compares. */
  static List<Object> state(Capture c) {
    try {
      return List.of(
          c.uri(),
          c.at(),
          c.ordinal(),
          c.mediaType(),
          c.source(),
          c.payload().size(),
          c.payload().digest(),
          Digest.of(c.payload().bytes()));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** What the database does: remembers where each payload lies. */
  static final class MemoryIndex implements PayloadIndex {
    private final Map<Digest, WarcLocation> known = new HashMap<>();

    void add(List<StoredCapture> stored) {
      stored.forEach(s -> known.put(s.capture().payload().digest(), s.payload()));
    }

    @Override
    public Optional<WarcLocation> find(Digest digest) {
      @Nullable WarcLocation at = known.get(digest);
      return Optional.ofNullable(at);
    }
  }
}
