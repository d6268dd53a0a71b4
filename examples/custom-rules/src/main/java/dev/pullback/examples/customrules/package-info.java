/**
 * Rules for the special functions and the distributions of Hipparchus, and models that call them. That the rules hold in this package is said
 * here, once.
 */
@UseDerivatives({
    ErfRules.class,
    GammaRules.class,
    BetaRules.class,
    BesselRules.class,
    DistributionRules.class,
    NormalRules.class
})
package dev.pullback.examples.customrules;

import dev.pullback.UseDerivatives;
