package dev.pullback.examples.curvefit;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which model belongs to which data set, in NIST's order of difficulty. */
public final class Catalogue {

    private Catalogue() {}

    public static Map<String, Model> models() {
        Map<String, Model> models = new LinkedHashMap<>();
        Model saturation = Model.of(Models::saturation, ModelsGrad::saturationGradInto);
        Model chwirut = Model.of(Models::chwirut, ModelsGrad::chwirutGradInto);
        Model lanczos = Model.of(Models::lanczos, ModelsGrad::lanczosGradInto);
        Model gauss = Model.of(Models::gauss, ModelsGrad::gaussGradInto);
        Model cubicQuotient = Model.of(Models::cubicQuotient, ModelsGrad::cubicQuotientGradInto);
        // lower level of difficulty
        models.put("Misra1a", saturation);
        models.put("Chwirut2", chwirut);
        models.put("Chwirut1", chwirut);
        models.put("Lanczos3", lanczos);
        models.put("Gauss1", gauss);
        models.put("Gauss2", gauss);
        models.put("DanWood", Model.of(Models::danWood, ModelsGrad::danWoodGradInto));
        models.put("Misra1b", Model.of(Models::misra1b, ModelsGrad::misra1bGradInto));
        // average
        models.put("Kirby2", Model.of(Models::kirby2, ModelsGrad::kirby2GradInto));
        models.put("Hahn1", cubicQuotient);
        models.put("Nelson", new Nelson());
        models.put("MGH17", Model.of(Models::mgh17, ModelsGrad::mgh17GradInto));
        models.put("Lanczos1", lanczos);
        models.put("Lanczos2", lanczos);
        models.put("Gauss3", gauss);
        models.put("Misra1c", Model.of(Models::misra1c, ModelsGrad::misra1cGradInto));
        models.put("Misra1d", Model.of(Models::misra1d, ModelsGrad::misra1dGradInto));
        models.put("Roszman1", Model.of(Models::roszman1, ModelsGrad::roszman1GradInto));
        models.put("ENSO", Model.of(Models::enso, ModelsGrad::ensoGradInto));
        // higher
        models.put("MGH09", Model.of(Models::mgh09, ModelsGrad::mgh09GradInto));
        models.put("Thurber", cubicQuotient);
        models.put("BoxBOD", saturation);
        models.put("Rat42", Model.of(Models::rat42, ModelsGrad::rat42GradInto));
        models.put("MGH10", Model.of(Models::mgh10, ModelsGrad::mgh10GradInto));
        models.put("Eckerle4", Model.of(Models::eckerle4, ModelsGrad::eckerle4GradInto));
        models.put("Rat43", Model.of(Models::rat43, ModelsGrad::rat43GradInto));
        models.put("Bennett5", Model.of(Models::bennett5, ModelsGrad::bennett5GradInto));
        return models;
    }

    /** The only model of two predictors. */
    private static final class Nelson implements Model {
        @Override
        public double value(double[] b, double[] x) {
            return Models.nelson(b, x[0], x[1]);
        }

        @Override
        public double valueAndGradient(double[] b, double[] x, double[] gradient) {
            return ModelsGrad.nelsonGradInto(b, x[0], x[1], gradient);
        }
    }
}
