import likelyReasons from '@salesforce/label/c.Patchbay_LikelyReasons';
import loading from '@salesforce/label/c.Patchbay_Loading';

export default { likelyReasons, loading };
