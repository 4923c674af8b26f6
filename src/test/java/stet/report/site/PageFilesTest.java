package stet.report.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageFilesTest {
  @TempDir Path dir;

  @Test
  void whatDoesNotDifferIsNotTouched() throws IOException {
    try (PageFiles files = new PageFiles(dir, true)) {
      files.write("index.html", new byte[] {1, 2});
      files.finish();
    }
    FileTime long_ago = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(dir.resolve("index.html"), long_ago);

    try (PageFiles files = new PageFiles(dir, true)) {
      files.write("index.html", new byte[] {1, 2});
      files.finish();
      assertThat(files.changes().count()).isZero();
    }

    assertThat(Files.getLastModifiedTime(dir.resolve("index.html"))).isEqualTo(long_ago);
  }

  /** A run that is killed leaves files that the next run knows as its own. */
  @Test
  void aRunThatBreaksOffLeavesNothingBehindForEver() throws IOException {
    try (PageFiles files = new PageFiles(dir, true)) {
      files.writeInto("a/gone/", "index.html", new byte[] {1});
      files.writeInto("a/gone/", "v1.html", new byte[] {1});
    }
    Files.write(dir.resolve("a/gone/v2.html.part"), new byte[] {1});

    try (PageFiles files = new PageFiles(dir, true)) {
      files.write("index.html", new byte[] {1});
      files.finish();
      assertThat(files.changes().countRemoved()).isEqualTo(3);
    }

    assertThat(dir.resolve("a/gone")).doesNotExist();
  }

  @Test
  void aListThatWasTamperedWithRemovesNothingElsewhere() throws IOException {
    Path outside = Files.createDirectories(dir.resolve("elsewhere"));
    Files.write(outside.resolve("index.html"), new byte[] {1});
    Path site = Files.createDirectories(dir.resolve("site"));
    Files.writeString(
        site.resolve(PageFiles.LIST), "../elsewhere/\n../elsewhere/index.html\n/etc/hostname\n");

    try (PageFiles files = new PageFiles(site, true)) {
      files.finish();
    }

    assertThat(outside.resolve("index.html")).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"../x.html", "/x.html", "a/../../x.html", "a b.html", "x\n.html"})
  void aNameThatLeadsElsewhereIsRefused(String name) throws IOException {
    try (PageFiles files = new PageFiles(dir, true)) {
      assertThatThrownBy(() -> files.write(name, new byte[0]))
          .isInstanceOf(IOException.class)
          .hasMessageStartingWith("not a name for a page");
    }
  }
}
