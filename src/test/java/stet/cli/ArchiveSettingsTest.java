package stet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A web archive that a collection's settings describe is listed with them. */
class ArchiveSettingsTest {
  @TempDir Path home;

  @Test
  void configListsTheArchivesThatTheFileDescribes() throws IOException {
    assertThat(Cli.run("init", "--home", home).code()).isZero();
    Files.writeString(
        home.resolve("stet.toml"),
        "[archive.fictional]\nname = \"Fictional archive\"\nraw = \"https://archive.example/{url}\"\n");
    assertThat(Cli.run("config", "--home", home).out())
        .contains("archive.fictional.name Fictional archive (stet.toml)")
        .contains("archive.fictional.raw https://archive.example/{url} (stet.toml)");
    assertThat(Cli.run("config", "--home", home, "--json").out())
        .contains("\"archive.fictional.raw\"");
  }
}
