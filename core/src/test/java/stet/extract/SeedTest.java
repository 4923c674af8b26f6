package stet.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stet.article.ArticleVersion;
import stet.article.Block;
import stet.article.Caption;
import stet.article.StatedDate;
import stet.article.StatedDate.Precision;
import stet.extract.read.Extractors;

/** The pasted article that the project started from, field by field. */
class SeedTest {
  private static final Path SEEDS = Path.of("../shared/seeds");

  private static ArticleVersion seed() throws IOException {
    assumeTrue(Files.isDirectory(SEEDS), "../shared/seeds is not here");
    try (Stream<Path> files = Files.list(SEEDS)) {
      Path file =
          files.filter(f -> f.toString().endsWith(".txt")).sorted().findFirst().orElseThrow();
      Page page =
          new Page(
              "urn:stet:seed",
              "text/plain",
              Instant.parse("2026-01-01T00:00:00Z"),
              "",
              Files.readAllBytes(file));
      return ((Extraction.Article) Extractors.standard().extract(page)).version();
    }
  }

  @Test
  void readsTheFieldsAboveTheStory() throws IOException {
    ArticleVersion seed = seed();
    assertThat(seed.headline())
        .isEqualTo("Russia steps up offensive, claims to have destroyed 500 ISIS oil tankers");
    assertThat(seed.dek()).isEqualTo("Revenues from oil smuggling are a key part of IS financing");
    assertThat(seed.captions())
        .containsExactly(
            new Caption(
                "This file photo taken from Russian Defense Ministry official web siteshows a target"
                    + " hit during a Russian air raid in Syria against ISIS",
                "AP"));
    assertThat(seed.dateline()).isEqualTo("Moscow");
  }

  @Test
  void keepsBothDatesAsPrintedAndReadsThemInIndianTime() throws IOException {
    ArticleVersion seed = seed();
    StatedDate published = seed.published().orElseThrow();
    StatedDate updated = seed.updated().orElseThrow();
    assertThat(published.iso()).isEqualTo("2015-11-19T22:51+05:30");
    assertThat(published.printed()).isEqualTo("Nov 19, 2015, 10:51 pm IST");
    assertThat(updated.iso()).isEqualTo("2019-03-27T01:30+05:30");
    assertThat(updated.printed()).isEqualTo("Mar 27, 2019, 1:30 am IST");
    assertThat(List.of(published.precision(), updated.precision())).containsOnly(Precision.MINUTE);
    assertThat(published.zoneReason())
        .contains("IST", "Asia/Kolkata", "Asia/Jerusalem", "Europe/Dublin (not in force");
  }

  @Test
  void keepsTheParagraphsInOrder() throws IOException {
    List<Block> body = seed().body();
    assertThat(body).allMatch(block -> block instanceof Block.Paragraph);
    assertThat(body.get(0).text()).startsWith("Moscow: Russia on Wednesday said");
    assertThat(body.get(2).text()).startsWith("\"Today a decision was taken");
    assertThat(body.get(body.size() - 1).text()).startsWith("The Paris attacks that left");
    assertThat(body).hasSize(24);
  }
}
