package stet;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import stet.article.Block;

/** Beside each sealed interface stands a class that holds all its kinds to what they owe. */
class SealedInterfacesTest {
  @Test
  void eachHasAContract() throws Exception {
    List<String> found = new ArrayList<>();
    for (Class<?> type : types()) {
      if (type.isSealed() && type.isInterface()) {
        found.add(type.getName());
        assertThat(contract(type).sealed().getName()).isEqualTo(type.getName());
      }
    }
    assertThat(found).contains("stet.diff.Hunk", "stet.article.Block");
  }

  private static SealedContract<?> contract(Class<?> type) throws ReflectiveOperationException {
    Constructor<?> constructor =
        Class.forName(type.getName() + "ContractTest").getDeclaredConstructor();
    constructor.setAccessible(true);
    return (SealedContract<?>) constructor.newInstance();
  }

  private static List<Class<?>> types() throws Exception {
    Path root = Path.of(Block.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<Class<?>> types = new ArrayList<>();
    try (Stream<Path> all = Files.walk(root.resolve("stet"))) {
      for (Path file : all.filter(f -> f.toString().matches(".*\\w\\.class")).sorted().toList()) {
        String name = root.relativize(file).toString().replaceFirst("\\.class$", "");
        types.add(
            Class.forName(
                name.replace(file.getFileSystem().getSeparator(), "."),
                false,
                SealedInterfacesTest.class.getClassLoader()));
      }
    }
    return types;
  }
}
