package stet.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import stet.extract.SiteRules;

/** A file of a user's own rules for single sites. */
final class RulesFile {
  private RulesFile() {}

  /**
   * Reads it.
   *
   * @throws Failure when it cannot be read or is wrong
   */
  static SiteRules read(Path file) {
    try {
      return SiteRules.parse(Files.readString(file));
    } catch (IOException e) {
      throw new Failure(
          ExitCode.FAILED, "cannot read the rules in '" + file + "': " + why(file, e));
    } catch (IllegalArgumentException e) {
      throw new Failure(ExitCode.FAILED, "'" + file + "': " + e.getMessage());
    }
  }

  private static String why(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    } else if (!Files.exists(file)) {
      return "no such file";
    }
    return e instanceof CharacterCodingException
        ? "it is not UTF-8"
        : String.valueOf(e.getMessage());
  }
}
