/** The pages of a served collection, one class each. */
@org.jspecify.annotations.NullMarked
package stet.serve.page;
