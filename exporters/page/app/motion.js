// What is left out while the picture moves, so that it moves smoothly: of large graphs lines, labels and the small nodes, and
// in every graph the second, unseen drawing of the nodes by which sigma knows what is below the mouse.
import { EdgeRectangleProgram, NodeCircleProgram } from "./libraries.js";

const SETTLED = 120;

/** Sigma's programs for nodes and lines, sparing while `scene.moving`. */
export function programs(scene) {
  class Nodes extends NodeCircleProgram {
    render(params) {
      const { array, capacity } = this;
      const most = scene.moving && scene.sparing ? Math.min(capacity, scene.most) : capacity;
      // What matters most is drawn last, so that it lies above: the end of the array is kept.
      if (most < capacity) [this.array, this.capacity] = [array.subarray((array.length / capacity) * (capacity - most)), most];
      super.render(params);
      [this.array, this.capacity] = [array, capacity];
    }

    renderProgram(params, info) {
      if (!(info.isPicking && scene.moving)) super.renderProgram(params, info);
    }
  }
  class Lines extends EdgeRectangleProgram {
    render(params) {
      if (!(scene.moving && scene.sparing)) super.render(params);
    }
  }
  return { nodeProgramClasses: { circle: Nodes }, edgeProgramClasses: { line: Lines } };
}

/** Keep `scene.moving` right, and draw all of it again when the picture has come to rest. */
export function watchMotion(scene, sigma) {
  let timer = 0;
  const rest = () => {
    clearTimeout(timer);
    timer = setTimeout(() => (isMoving(sigma) ? rest() : sigma.scheduleRender()), SETTLED);
  };
  sigma.on("beforeRender", () => {
    scene.moving = isMoving(sigma);
    // Layers without anything on them cost time too.
    sigma.getContainer().classList.toggle("moving", scene.moving && scene.sparing);
    if (scene.moving) rest();
  });
}

function isMoving(sigma) {
  const [mouse, touch] = [sigma.getMouseCaptor(), sigma.getTouchCaptor()];
  const wheel = mouse.currentWheelDirection !== 0;
  return sigma.getCamera().isAnimated() || mouse.isMoving || mouse.draggedEvents > 0 || wheel || touch.isMoving;
}
