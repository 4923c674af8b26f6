package stet;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;

/**
 * A file holds one idea, a room as many as one can keep in mind, and what others use is explained.
 */
class SourceShapeTest {
  private static final List<Path> MAIN =
      List.of(
          Path.of("core/src/main/java/stet"),
          Path.of("src/main/java/stet"),
          Path.of("spark/src/main/java/stet"));
  private static final List<Path> TEST =
      List.of(
          Path.of("core/src/test/java/stet"),
          Path.of("src/test/java/stet"),
          Path.of("spark/src/test/java/stet"));
  private static final int LONGEST_FILE = 350;
  private static final int MOST_IN_A_ROOM = 35;
  private static final double LEAST_EXPLAINED = 0.9;

  private static List<Path> sources(List<Path> roots) throws IOException {
    List<Path> sources = new ArrayList<>();
    for (Path root : roots) {
      try (Stream<Path> all = Files.walk(root)) {
        all.filter(p -> p.toString().endsWith(".java")).sorted().forEach(sources::add);
      }
    }
    return sources;
  }

  @Test
  void noFileIsLongerThanOneCanRead() throws IOException {
    Map<Path, Integer> longer = new TreeMap<>();
    for (List<Path> roots : List.of(MAIN, TEST)) {
      for (Path file : sources(roots)) {
        int lines = Files.readAllLines(file).size();
        if (lines > LONGEST_FILE) {
          longer.put(file, lines);
        }
      }
    }
    assertThat(longer).as("part by what changes together").isEmpty();
  }

  @Test
  void noRoomIsFuller() throws IOException {
    Map<Path, Integer> rooms = new TreeMap<>();
    for (Path file : sources(MAIN)) {
      if (!file.endsWith("package-info.java")) {
        rooms.merge(file.getParent(), 1, Integer::sum);
      }
    }
    rooms.values().removeIf(files -> files <= MOST_IN_A_ROOM);
    assertThat(rooms).as("give what belongs together a room of its own").isEmpty();
  }

  @Test
  void whatOthersUseIsExplained() throws IOException {
    Explained explained = new Explained();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources(MAIN)));
      for (CompilationUnitTree unit : task.parse()) {
        explained.scan(unit, Trees.instance(task));
      }
    }
    assertThat(explained.seen).isGreaterThan(500);
    double part = 1 - (double) explained.unexplained.size() / explained.seen;
    assertThat(part)
        .as("without a comment: %s", String.join(", ", explained.unexplained))
        .isGreaterThanOrEqualTo(LEAST_EXPLAINED);
  }

  /** Counts public types and methods; what overrides is explained where it was declared. */
  private static final class Explained extends TreePathScanner<Void, Trees> {
    private final List<String> unexplained = new ArrayList<>();
    private int seen;

    @Override
    public Void visitClass(ClassTree type, Trees trees) {
      if (isPublic(type.getModifiers())) {
        note(type.getSimpleName().toString(), trees);
        super.visitClass(type, trees);
      }
      return null;
    }

    @Override
    public Void visitMethod(MethodTree method, Trees trees) {
      boolean overrides =
          method.getModifiers().getAnnotations().stream()
              .anyMatch(a -> a.getAnnotationType().toString().equals("Override"));
      boolean constructor = method.getReturnType() == null;
      if (isPublic(method.getModifiers()) && !overrides && !constructor) {
        note(owner() + '.' + method.getName(), trees);
      }
      return null;
    }

    private void note(String name, Trees trees) {
      seen++;
      if (trees.getDocComment(getCurrentPath()) == null) {
        unexplained.add(name);
      }
    }

    private String owner() {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      return parent instanceof ClassTree type ? type.getSimpleName().toString() : "";
    }

    /** What stands in an interface is public without saying so. */
    private boolean isPublic(ModifiersTree modifiers) {
      Tree parent = getCurrentPath().getParentPath().getLeaf();
      boolean inInterface = parent.getKind() == Tree.Kind.INTERFACE;
      return modifiers.getFlags().contains(Modifier.PUBLIC)
          || inInterface && !modifiers.getFlags().contains(Modifier.PRIVATE);
    }
  }
}
