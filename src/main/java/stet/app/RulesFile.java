package stet.app;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import stet.extract.SiteRules;

/** A file of a user's own rules for single sites. */
public final class RulesFile {
  private RulesFile() {}

  /**
   * Reads it.
   *
   * @throws AppException when it cannot be read or is wrong
   */
  public static SiteRules read(Path file) {
    try {
      return SiteRules.parse(Files.readString(file));
    } catch (IOException e) {
      throw AppException.failed("cannot read the rules in '" + file + "': " + why(file, e));
    } catch (IllegalArgumentException e) {
      throw AppException.failed("'" + file + "': " + e.getMessage());
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
