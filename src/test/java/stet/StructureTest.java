package stet;

import org.junit.jupiter.api.Nested;

/**
 * What holds for all classes at once. One test, so that one process reads the classes once for all
 * of the rules: that takes longer than to apply them.
 */
class StructureTest {
  @Nested
  class PackageOrder extends PackageOrderRules {}

  @Nested
  class Purity extends PurityRules {}

  @Nested
  class SealedInterfaces extends SealedInterfacesRules {}
}
