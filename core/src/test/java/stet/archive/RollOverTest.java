package stet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static stet.archive.Captures.page;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.HandClock;

/** A new file is begun with each day (UTC) and when the last one is full. */
class RollOverTest {
  @TempDir Path folder;

  private final HandClock clock = new HandClock(Instant.parse("2026-03-02T23:59:59.999Z"));

  private ArchiveWriter open(long limit) throws IOException {
    return new WarcArchive(folder)
        .openForAppend(clock, PayloadIndex.EMPTY, Map.of(), limit, ArchiveFile::open);
  }

  private String append(ArchiveWriter writer, int number) throws IOException {
    return writer.append(List.of(page(number, "text"))).get(0).location().file();
  }

  @Test
  void byDay() throws IOException {
    try (ArchiveWriter writer = open(WarcArchive.FILE_LIMIT)) {
      assertThat(append(writer, 1)).isEqualTo("stet-20260302-00001.warc.gz");
      assertThat(append(writer, 2)).isEqualTo("stet-20260302-00001.warc.gz");
      clock.pass(Duration.ofMillis(1));
      assertThat(append(writer, 3)).isEqualTo("stet-20260303-00001.warc.gz");
    }
  }

  @Test
  void bySize() throws IOException {
    try (ArchiveWriter writer = open(1)) {
      assertThat(append(writer, 1)).isEqualTo("stet-20260302-00001.warc.gz");
      assertThat(append(writer, 2)).isEqualTo("stet-20260302-00002.warc.gz");
    }
    try (ArchiveWriter writer = open(1)) {
      assertThat(append(writer, 3)).isEqualTo("stet-20260302-00003.warc.gz");
    }
  }

  /** A rebuild reads files by name, and must meet records in the order of writing. */
  @Test
  void aClockThatGoesBackGoesOnInTheNewestFile() throws IOException {
    append(open(WarcArchive.FILE_LIMIT), 1);
    clock.pass(Duration.ofDays(-1));
    try (ArchiveWriter writer = open(WarcArchive.FILE_LIMIT)) {
      assertThat(append(writer, 2)).isEqualTo("stet-20260302-00001.warc.gz");
      clock.pass(Duration.ofDays(2));
      assertThat(append(writer, 3)).isEqualTo("stet-20260303-00001.warc.gz");
    }
  }

  @Test
  void aReopenedArchiveGoesOnInTheDaysLastFile() throws IOException {
    try (ArchiveWriter writer = open(WarcArchive.FILE_LIMIT)) {
      append(writer, 1);
    }
    try (ArchiveWriter writer = open(WarcArchive.FILE_LIMIT)) {
      assertThat(append(writer, 2)).isEqualTo("stet-20260302-00001.warc.gz");
    }
    assertThat(Captures.captures(folder)).hasSize(2);
  }

  @Test
  void aFileLeftEmptyByACrashIsUsed() throws IOException {
    Files.createFile(folder.resolve("stet-20260302-00001.warc.gz"));
    try (ArchiveWriter writer = open(WarcArchive.FILE_LIMIT)) {
      assertThat(append(writer, 1)).isEqualTo("stet-20260302-00001.warc.gz");
    }
    assertThat(Captures.captures(folder)).hasSize(1);
  }

  @Test
  void theNameOfAFileThatIsGoneIsNotGivenAgain() throws IOException {
    Map<String, Long> known = Map.of("stet-20260302-00007.warc.gz", 100L);
    try (ArchiveWriter writer =
        new WarcArchive(folder).openForAppend(clock, PayloadIndex.EMPTY, known)) {
      assertThat(append(writer, 1)).isEqualTo("stet-20260302-00008.warc.gz");
    }
  }
}
