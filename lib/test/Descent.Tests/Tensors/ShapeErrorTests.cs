namespace Descent.Tests;

public sealed class ShapeErrorTests
{
    private static readonly Tensor Matrix = Tensor.Zeros(2, 3);
    private static readonly Tensor Vector = Tensor.Zeros(4);

    public static TheoryData<string, Action> Errors => new()
    {
        { "+: shapes (2, 3) and (4) do not fit. Compared from the last axis, sizes must be equal or 1; 3 and 4 are neither. Reshape or slice one of them.", () => _ = Matrix + Vector },
        { "-: shapes (2, 3) and (4) do not fit. Compared from the last axis, sizes must be equal or 1; 3 and 4 are neither. Reshape or slice one of them.", () => _ = Matrix - Vector },
        { "*: shapes (4) and (2, 3) do not fit. Compared from the last axis, sizes must be equal or 1; 4 and 3 are neither. Reshape or slice one of them.", () => _ = Vector * Matrix },
        { "/: shapes (2, 3) and (3, 2) do not fit. Compared from the last axis, sizes must be equal or 1; 3 and 2 are neither. Reshape or slice one of them.", () => _ = Matrix / Tensor.Zeros(3, 2) },
        { "MatMul: shapes (2, 3) and (2, 3) do not fit. The last size of the first, 3, must equal the first size of the second, 2. Transpose one of them, or check which comes first.", () => Matrix.MatMul(Matrix) },
        { "MatMul: shapes (2, 3) and () do not fit. Each must be a vector or a matrix. Reshape them first.", () => Matrix.MatMul(Tensor.Scalar(1)) },
        { "Dot: shapes (4) and (3) do not fit. It needs two vectors of the same length. Use MatMul for matrices.", () => Vector.Dot(Tensor.Zeros(3)) },
        { "Reshape: shapes (2, 3) and (4, 2) do not fit. The first holds 6 elements, the second 8. Both must hold the same number.", () => Matrix.Reshape(4, 2) },
        { "Reshape: shapes (2, 3) and (4, -1) do not fit. 6 elements do not divide by 4, so the size −1 cannot be worked out.", () => Matrix.Reshape(4, -1) },
        { "Create: shapes (3) and (2, 2) do not fit. 3 elements were given, but that shape holds 4. Change one of them.", () => Tensor.Create([1, 2, 3], 2, 2) },
        { "Stack: shapes (4) and (3) do not fit. All parts must have the shape of the first; part 1 does not.", () => Tensor.Stack([Vector, Tensor.Zeros(3)]) },
        { "Index: shape (2, 3) does not fit. It has 2 axes, and 1 index was given. Give one index for each axis, or take a part with Row, Rows or Column.", () => _ = Matrix[0] },
        { "Index: shape (4) does not fit. It has 1 axis, and 2 indexes were given. Give one index for each axis, or take a part with Row, Rows or Column.", () => Vector.With(0, 0, 1) },
        { "Row: shape (4) does not fit. It needs at least two axes. Index a vector with [i] instead.", () => Vector.Row(0) },
        { "Rows: shape () does not fit. A scalar has no rows. Reshape it to a vector first.", () => Tensor.Scalar(1).Rows(..) },
        { "Column: shape (4) does not fit. It needs a matrix, which has two axes. Reshape the tensor first.", () => Vector.Column(0) },
        { "ToScalar: shape (4) does not fit. It needs exactly one element. Index the tensor, or reduce it with Sum() or Mean().", () => Vector.ToScalar() },
        { "AsMatrix: shape (4) does not fit. It needs a matrix with at least one element. Reshape the tensor first.", () => Vector.AsMatrix() },
        { "AsVector: shape (2, 3) does not fit. It needs a vector with at least one element. Reshape the tensor first.", () => Matrix.AsVector() },
        { "Mean: shape (0, 3) does not fit. It has no elements. Check that the batch or slice is not empty.", () => Matrix.Rows(0..0).Mean() },
        { "Max: shape (0) does not fit. It has no elements. Check that the batch or slice is not empty.", () => Tensor.Of().Max() },
        { "Min: shape (0) does not fit. It has no elements. Check that the batch or slice is not empty.", () => Tensor.Of().Min() },
        { "ArgMax: shape (0) does not fit. It has no elements. Check that the batch or slice is not empty.", () => Tensor.Of().ArgMax() },
        { "Mean: shape (0, 3) does not fit. Axis 0 has no elements. Check that the batch or slice is not empty.", () => Matrix.Rows(0..0).Mean(axis: 0) },
        { "ArgMax: shape (2, 0) does not fit. Axis 1 has no elements. Check that the batch or slice is not empty.", () => Tensor.Zeros(2, 0).ArgMax(axis: 1) },
        { "Softmax: shape () does not fit. The last axis must hold at least one score.", () => Activations.Softmax(Tensor.Scalar(1)) },
        { "FromOneHot: shape () does not fit. It needs one one-hot vector, or a matrix with one in each row.", () => Labels.FromOneHot(Tensor.Scalar(1)) },
        { "MeanSquaredError: shapes (2, 3) and (4) do not fit. Outputs and targets must have the same shape. Check that both come from the same batch, and the number of classes.", () => Losses.MeanSquaredError(Matrix, Vector) },
        { "MeanSquaredError: shape (0, 3) does not fit. The batch is empty. Give it at least one sample with at least one output.", () => Losses.MeanSquaredError(Matrix.Rows(0..0), Matrix.Rows(0..0)) },
        { "MeanSquaredError: shape () does not fit. It needs one vector of outputs, or a batch with one in each row.", () => Losses.MeanSquaredError(Tensor.Scalar(1), Tensor.Scalar(1)) },
        { "CrossEntropy: shapes (2, 3) and (2, 1) do not fit. Outputs and targets must have the same shape. Check that both come from the same batch, and the number of classes.", () => Losses.CrossEntropy(Matrix, Tensor.Zeros(2, 1)) },
        { "CrossEntropy: shape (0, 3) does not fit. The batch is empty. Give it at least one sample with at least one output.", () => Losses.CrossEntropy(Matrix.Rows(0..0), []) },
        { "CrossEntropy: shapes (2, 3) and (1) do not fit. There are 1 labels, so the probabilities need 1 rows. Check that both come from the same batch.", () => Losses.CrossEntropy(Matrix, [0]) },
        { "CrossEntropy: shape (2, 3) does not fit. With a single label it needs one vector of probabilities. Give a batch a list of labels.", () => Losses.CrossEntropy(Matrix, 0) },
        { "Descend: shapes (4) and (2, 3) do not fit. The gradient must have the shape of the point. Return one number for each element.", () => Gradients.Descend(x => x.Sum(), Vector, 0.1, 1, _ => Matrix) },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_shape_error_says_what_was_asked_what_was_found_and_what_to_do(string message, Action action) =>
        Assert.Equal(message, Assert.Throws<ShapeException>(action).Message);

    [Fact]
    public void A_shape_error_carries_its_parts()
    {
        var error = Assert.Throws<ShapeException>(() => Matrix + Vector);
        Assert.Equal("+", error.Operation);
        Assert.Equal([2, 3], error.Left);
        Assert.Equal([4], error.Right);
        Assert.Null(Assert.Throws<ShapeException>(() => Vector.Row(0)).Right);
    }
}
