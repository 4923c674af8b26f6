/** Pages as others kept them, looked at beside what is here. */
@org.jspecify.annotations.NullMarked
package stet.app.elsewhere;
