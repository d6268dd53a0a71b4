package dev.pullback.processor.lower;

/** Every construct of Java that is refused, with the reason and the way out. */
enum Fence {
    CATCH(
            "A catch clause",
            "Which statements were executed before the exception is not followed. Check for what throws beforehand, or move the try statement into the caller."),
    RESOURCES("A try statement with resources", "Open and close them in the caller, or close them in a finally block."),
    READ_IN_FINALLY(
            "A local variable that is assigned in a try block and used in its finally block",
            "What it is there depends on where an exception was thrown. Assign it in front of the try statement, or use an element of an array."),
    JUMP_IN_FINALLY(
            "A finally block that does not end normally",
            "It swallows exceptions. Move the return, break, continue or throw behind the try statement."),
    LOCAL_CLASS("A local class", "The generated class cannot see it. Declare it outside of the method."),
    ANONYMOUS_CLASS(
            "An anonymous class", "Its body is not looked into. Declare a class of its own and create it by a call."),
    BLOCK_LAMBDA(
            "A lambda with a block as its body",
            "Its body is not looked into. Move it into a static method and refer to that."),
    PART_OF_LAMBDA(
            "This part of a lambda",
            "Only plain expressions are carried over. Move it into a static method and call that."),
    EFFECT_IN_LAMBDA("An assignment in a lambda", "It is not known when it happens. Move it out of the lambda."),
    BOUND_RECEIVER(
            "A method reference to a computed receiver",
            "Its evaluation cannot be put in order. Assign the receiver to a variable."),
    PATTERN(
            "This pattern",
            "Only type patterns of instanceof are followed. Use instanceof with a type and read the components."),
    PATTERN_SWITCH(
            "A switch over patterns or null", "Only switches over constants are followed. Use instanceof and if."),
    ASSERTION(
            "An assert with an assignment in it",
            "Asserts are left out of derivative code. Move the assignment out of it."),
    OUTER_INSTANCE("The creation of an inner class", "Only static nested classes can be created here. Make it static."),
    RECORD(
            "Code with a record that has an error in its declaration",
            "See what is said where it is declared, or remove @Differentiable from it."),
    RECORD_ARRAY(
            "An array of @Differentiable records",
            "Records are not followed into arrays. Keep an array for each component."),
    RECORD_CONSTRUCTOR(
            "A constructor of a record that is not the canonical one",
            "It is not looked into. Call the canonical constructor, with all components."),
    NULL_RECORD(
            "Null in place of a @Differentiable record",
            "Its components would have no tangents. Use a record with zeros, or a flag beside it."),
    RECORD_IDENTITY(
            "A comparison of references to @Differentiable records",
            "Records are taken apart, and may be made again. Write a comparison of their components."),
    UNKNOWN_TYPE(
            "An expression whose type is not known here",
            "It may use classes that are still to be generated. Move what uses them into another class."),
    UNNAMEABLE_TYPE(
            "A variable of a type without a name", "Generated code cannot declare it. Give it a declared type."),
    CONSTRUCT("This construct", "It is not part of the supported language. Write it with the statements of Java 17.");

    private final String what;
    private final String advice;

    Fence(String what, String advice) {
        this.what = what;
        this.advice = advice;
    }

    String what() {
        return what;
    }

    String advice() {
        return advice;
    }
}
