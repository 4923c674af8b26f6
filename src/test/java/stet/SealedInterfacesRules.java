package stet;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Beside each sealed interface stands a class that holds all its kinds to what they owe. */
abstract class SealedInterfacesRules {
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

  private static List<Class<?>> types() {
    List<Class<?>> types = new ArrayList<>();
    for (JavaClass type : StetClasses.ALL) {
      if (type.isInterface()) {
        types.add(type.reflect());
      }
    }
    return types;
  }
}
