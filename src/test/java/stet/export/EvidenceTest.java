package stet.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import stet.capture.Digest;
import stet.cli.Main;
import stet.ingest.EarlierPayloads;
import stet.ingest.RecordCounts;
import stet.ingest.Selection;
import stet.ingest.WebArchives;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class EvidenceTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-02T09:00:00Z"), ZoneOffset.UTC);

  @TempDir Path dir;

  private Path home;

  private int stet(Object... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String[] words = Arrays.stream(args).map(Object::toString).toArray(String[]::new);
    return Main.run(new ByteArrayInputStream(new byte[0]), out, out, CLOCK, false, false, words);
  }

  @BeforeEach
  void collect() {
    home = dir.resolve("home");
    assertThat(stet("import", "--home", home, Path.of("snapshots/sample"))).isZero();
  }

  @Test
  void theBundleHoldsTheProofAndChecksWithSha256sum() throws IOException {
    Path out = dir.resolve("proof");
    assertThat(stet("evidence", "--home", home, "--output", out, "ferry@2..3")).isZero();
    for (String line : Files.readAllLines(out.resolve("SHA256SUMS"))) {
      String[] part = line.split("  ");
      assertThat(Digest.of(Files.readAllBytes(out.resolve(part[1]))).hex()).isEqualTo(part[0]);
    }
    JsonNode about = JsonMapper.shared().readTree(Files.readString(out.resolve("evidence.json")));
    RecordCounts records =
        WebArchives.under(List.of(out.resolve("captures.warc.gz")), Selection.ALL, 1 << 20)
            .read(EarlierPayloads.NONE, found -> {});
    assertThat(records.kept()).isEqualTo(about.path("captures").size()).isPositive();
    String notBefore = about.path("window").path("not_before").asString("");
    String notAfter = about.path("window").path("not_after").asString("");
    assertThat(Instant.parse(notBefore)).isBefore(Instant.parse(notAfter));
    assertThat(Files.readString(out.resolve("README.txt")))
        .contains(notBefore)
        .contains(notAfter)
        .contains("WHAT THIS DOES NOT PROVE")
        .contains("No time-stamp authority was configured")
        .doesNotContain("{");
    assertThat(out.resolve("version-2.txt"))
        .content()
        .isNotEqualTo(Files.readString(out.resolve("version-3.txt")));
    assertThat(out.resolve("comparison.html")).content().contains("<ins").contains("<del");
    assertThat(stet("evidence", "--home", home, "--output", out, "ferry@2..3"))
        .as("an earlier bundle is not overwritten")
        .isEqualTo(3);
  }

  @Test
  void anAuthorityWitnessesTheBundle() throws Exception {
    try (LoopbackAuthority authority = new LoopbackAuthority()) {
      Files.writeString(
          home.resolve("stet.toml"), "evidence.authority = \"" + authority.address() + "\"\n");
      Path zip = dir.resolve("proof.zip");
      assertThat(stet("evidence", "--home", home, "--output", zip, "ferry@1..2")).isZero();
      Path sums = dir.resolve("SHA256SUMS");
      Path stamp = dir.resolve("SHA256SUMS.tsr");
      try (ZipFile file = new ZipFile(zip.toFile())) {
        for (Path entry : List.of(sums, stamp)) {
          Files.copy(file.getInputStream(file.getEntry(entry.getFileName().toString())), entry);
        }
      }
      Path pem = Files.writeString(dir.resolve("authority.pem"), authority.pem());
      assumeTrue(Files.isExecutable(Path.of("/usr/bin/openssl")), "no openssl here");
      Process check =
          new ProcessBuilder(
                  "openssl",
                  "ts",
                  "-verify",
                  "-data",
                  sums.toString(),
                  "-in",
                  stamp.toString(),
                  "-CAfile",
                  pem.toString())
              .redirectErrorStream(true)
              .start();
      String said = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(check.waitFor()).as(said).isZero();
      assertThat(said).contains("Verification: OK");
    }
  }

  @Test
  void aStampForOtherBytesIsNotTaken() throws Exception {
    try (LoopbackAuthority authority = new LoopbackAuthority()) {
      TimeStamper.Stamp stamp = new TimeStamper(authority.address()).stamp(new byte[] {1, 2});
      assertThat(stamp.at()).isEqualTo(LoopbackAuthority.NOW);
    }
    assertThatThrownBy(
            () -> new TimeStamper(URI.create("http://localhost:1/")).stamp(new byte[] {1}))
        .isInstanceOf(IOException.class);
  }
}
