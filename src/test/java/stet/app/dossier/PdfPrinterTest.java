package stet.app.dossier;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What prints PDF, and browsers that do not. */
@DisabledOnOs(OS.WINDOWS)
class PdfPrinterTest {
  @TempDir Path dir;

  private Path program(String name, String script) throws IOException {
    Path file = dir.resolve(name);
    Files.writeString(file, "#!/bin/sh\n" + script + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    return file;
  }

  private PdfPrinter printer(String script) throws IOException {
    return PdfPrinter.find(program("browser", script).toString(), null).orElseThrow();
  }

  @Test
  void theOneThatIsNamedGoesFirstAndOneThatIsNotThereIsNone() throws IOException {
    program("chromium", "exit 0");
    assertThat(PdfPrinter.find(null, "/nowhere:" + dir)).isPresent();
    assertThat(PdfPrinter.find("/nowhere/chromium", dir.toString())).isEmpty();
    assertThat(PdfPrinter.find(" ", dir.toString())).isPresent();
  }

  @Test
  void whatItPrintsIsTaken() throws IOException {
    String script =
        "for a in \"$@\"; do case $a in --print-to-pdf=*) printf '%%PDF-x' > \"${a#*=}\";; esac; done";
    assertThat(printer(script).print("<p>x".getBytes(UTF_8))).startsWith("%PDF-x".getBytes(UTF_8));
  }

  @Test
  void oneThatPrintsNothingOrSomethingElseIsSaid() throws IOException {
    PdfPrinter none = printer("exit 1");
    assertThatIOException()
        .isThrownBy(() -> none.print(new byte[0]))
        .withMessageEndingWith("printed no PDF");
    PdfPrinter other =
        printer("for a in \"$@\"; do case $a in --print*) echo no > \"${a#*=}\";; esac; done");
    assertThatIOException()
        .isThrownBy(() -> other.print(new byte[0]))
        .withMessageEndingWith("printed no PDF");
  }
}
