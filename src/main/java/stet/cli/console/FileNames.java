package stet.cli.console;

import java.io.File;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the locale is not one of UTF-8, Java cannot name files that are named otherwise than in
 * ASCII, and makes question marks of them: the same folder would become another article. The
 * launcher sees to that; whoever starts the jar is told.
 */
public final class FileNames {
  private static final List<String> NAME_FILES = List.of("import", "extract");

  private FileNames() {}

  /**
   * Why this command must not run; null where it may.
   *
   * @param encoding in which Java reads file names, {@code sun.jnu.encoding}
   */
  public static @Nullable String obstacle(@Nullable String encoding, String... args) {
    if (encoding == null || File.separatorChar == '\\' || encoding.equalsIgnoreCase("UTF-8")) {
      return null;
    }
    boolean named =
        Arrays.stream(args).anyMatch(a -> a.chars().anyMatch(c -> c > 0x7e))
            || Arrays.stream(args).anyMatch(NAME_FILES::contains);
    return named
        ? "in this locale Java reads names of files as "
            + encoding
            + " and would mistake some; set LC_ALL=C.UTF-8, or start stet by its launcher"
        : null;
  }
}
